/** The job's figures in Prometheus's text format, on this machine only. */
@NullMarked
package io.zaigang.job.metrics;

import org.jspecify.annotations.NullMarked;
