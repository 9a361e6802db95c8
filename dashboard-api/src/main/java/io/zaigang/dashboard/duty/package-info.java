/** 人员与值班: staff, who is expected at which window when, absences and closures. */
@NullMarked
package io.zaigang.dashboard.duty;

import org.jspecify.annotations.NullMarked;
