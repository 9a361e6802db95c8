/** The Flink job that turns recorded footage into incidents. */
@NullMarked
package io.zaigang.job;

import org.jspecify.annotations.NullMarked;
