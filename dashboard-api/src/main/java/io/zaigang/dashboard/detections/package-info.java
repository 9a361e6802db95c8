/** What the job saw of late: to draw zones over, and to try other settings on. */
@NullMarked
package io.zaigang.dashboard.detections;

import org.jspecify.annotations.NullMarked;
