/** 视频抽查: draws what is to be looked at, keeps what checkers found. */
@NullMarked
package io.zaigang.dashboard.spotcheck;

import org.jspecify.annotations.NullMarked;
