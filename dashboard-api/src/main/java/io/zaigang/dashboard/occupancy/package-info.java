/** Seconds of presence per window and minute, taken from the job. */
@NullMarked
package io.zaigang.dashboard.occupancy;

import org.jspecify.annotations.NullMarked;
