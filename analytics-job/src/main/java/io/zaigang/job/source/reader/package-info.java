/** Reads cameras' footage: samples in order of media time, pixels only within the task. */
@NullMarked
package io.zaigang.job.source.reader;

import org.jspecify.annotations.NullMarked;
