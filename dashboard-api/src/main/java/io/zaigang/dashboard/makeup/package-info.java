/** 补卡: asking for missed punches to be made good, and deciding it by what the footage shows. */
@NullMarked
package io.zaigang.dashboard.makeup;

import org.jspecify.annotations.NullMarked;
