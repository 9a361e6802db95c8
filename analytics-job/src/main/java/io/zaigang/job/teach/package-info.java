/** What {@code zaigang teach} takes from verdicts and footage, to teach the phone stage. */
@NullMarked
package io.zaigang.job.teach;

import org.jspecify.annotations.NullMarked;
