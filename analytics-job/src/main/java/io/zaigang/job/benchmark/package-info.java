/** What the pipeline costs, beside what it cannot cost less than and what is usually paid. */
@NullMarked
package io.zaigang.job.benchmark;

import org.jspecify.annotations.NullMarked;
