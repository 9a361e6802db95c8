/** The job on a Flink cluster of several processes, and what proves that it survives there. */
@NullMarked
package io.zaigang.job.cluster;

import org.jspecify.annotations.NullMarked;
