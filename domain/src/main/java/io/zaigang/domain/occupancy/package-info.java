/** Seconds of presence per service window and minute. */
@NullMarked
package io.zaigang.domain.occupancy;

import org.jspecify.annotations.NullMarked;
