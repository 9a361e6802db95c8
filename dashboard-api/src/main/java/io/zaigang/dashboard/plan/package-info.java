/** 设置: the site plan as the page changes it, version by version. */
@NullMarked
package io.zaigang.dashboard.plan;

import org.jspecify.annotations.NullMarked;
