/** Following people from sample to sample within one camera. */
@NullMarked
package io.zaigang.domain.tracking;

import org.jspecify.annotations.NullMarked;
