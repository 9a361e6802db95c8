/** The rules alone, over detections that were written down: other thresholds in seconds. */
@NullMarked
package io.zaigang.job.replay;

import org.jspecify.annotations.NullMarked;
