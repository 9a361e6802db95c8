/** 空岗 and 离岗: when a window or a post was short of people for longer than the rule allows. */
@NullMarked
package io.zaigang.domain.vacancy;

import org.jspecify.annotations.NullMarked;
