/** What detectors saw in one sampled frame. */
@NullMarked
package io.zaigang.domain.detection;

import org.jspecify.annotations.NullMarked;
