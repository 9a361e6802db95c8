/** One run over recorded footage, from a span to four files. */
@NullMarked
package io.zaigang.job.analyze;

import org.jspecify.annotations.NullMarked;
