/** Flink inside this process, for one machine: started, stopped and resumed without a cluster. */
@NullMarked
package io.zaigang.job.local;

import org.jspecify.annotations.NullMarked;
