/** 打卡: punches as made, and what became of those that were due. */
@NullMarked
package io.zaigang.dashboard.punch;

import org.jspecify.annotations.NullMarked;
