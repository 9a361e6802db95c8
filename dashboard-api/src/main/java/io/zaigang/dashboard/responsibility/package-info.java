/** 空岗责任: who answers for a vacancy, by roster and absences. */
@NullMarked
package io.zaigang.dashboard.responsibility;

import org.jspecify.annotations.NullMarked;
