/** Delivery to the dashboard's API: at least once, in order, through any length of outage. */
@NullMarked
package io.zaigang.job.sink.dashboard;

import org.jspecify.annotations.NullMarked;
