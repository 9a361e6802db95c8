package io.zaigang.dashboard.incident;

import io.zaigang.domain.review.Deed;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import io.zaigang.domain.review.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did with an incident.
 *
 * @param reason only with DISMISSED
 * @param falseAlarm only with the reason FALSE_ALARM
 * @param appellant only with APPEALED: for whom; empty where for oneself
 */
record IncidentStep(
    StepKind kind,
    Deed deed,
    @Nullable DismissalReason reason,
    @Nullable FalseAlarmKind falseAlarm,
    @Nullable String appellant) {

  static IncidentStep of(StepKind kind, Deed deed) {
    return new IncidentStep(kind, deed, null, null, null);
  }

  static IncidentStep dismissal(Deed deed, Verdict.Dismissal why) {
    return new IncidentStep(StepKind.DISMISSED, deed, why.reason(), why.falseAlarm(), null);
  }

  static IncidentStep appeal(Deed deed, String appellant) {
    return new IncidentStep(StepKind.APPEALED, deed, null, null, appellant);
  }
}
