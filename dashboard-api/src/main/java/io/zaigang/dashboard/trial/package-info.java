/** 试运行: what other settings would have found in the last hour or week. */
@NullMarked
package io.zaigang.dashboard.trial;

import org.jspecify.annotations.NullMarked;
