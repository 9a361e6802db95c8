/** The run without end: follows the recorder, survives restarts, delivers to the dashboard. */
@NullMarked
package io.zaigang.job.live;

import org.jspecify.annotations.NullMarked;
