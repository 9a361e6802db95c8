/** 周通报: drafted, reviewed, signed, frozen, corrected, and written as Word, Excel and a page. */
@NullMarked
package io.zaigang.dashboard.circular;

import org.jspecify.annotations.NullMarked;
