/** 统计: how windows were staffed over days and hours, and what was found there. */
@NullMarked
package io.zaigang.dashboard.figures;

import org.jspecify.annotations.NullMarked;
