/** 补卡: which punches are due, and what a missed one becomes. */
@NullMarked
package io.zaigang.domain.punch;

import org.jspecify.annotations.NullMarked;
