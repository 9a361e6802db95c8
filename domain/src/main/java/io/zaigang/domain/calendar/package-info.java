/** Working time: which periods the hall is open and the rules apply. */
@NullMarked
package io.zaigang.domain.calendar;

import org.jspecify.annotations.NullMarked;
