/** The JSON that others hold on to: incidents, occupancy, detections, presence. */
@NullMarked
package io.zaigang.job.json;

import org.jspecify.annotations.NullMarked;
