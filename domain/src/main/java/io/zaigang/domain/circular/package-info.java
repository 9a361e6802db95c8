/**
 * 周通报: what a week's confirmed offences come to, who they are first and repeated offences of, and
 * what corrects a circular that was published. Everything here is counted from frozen {@link
 * io.zaigang.domain.circular.CircularInputs}, so that the same inputs give the same figures for
 * ever.
 */
@NullMarked
package io.zaigang.domain.circular;

import org.jspecify.annotations.NullMarked;
