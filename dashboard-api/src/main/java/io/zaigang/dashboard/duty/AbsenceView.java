package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.duty.StoredAbsence.Source;
import io.zaigang.dashboard.duty.StoredAbsence.StepVerdict;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absence with its approvals.
 *
 * @param steps 审批链: who said what, in order
 */
record AbsenceView(
    String id,
    String staffId,
    AbsenceKind kind,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime requestedAt,
    AbsenceState state,
    @Nullable String reason,
    Source source,
    List<ApprovalStepView> steps) {

  /** One step of an approval. */
  record ApprovalStepView(
      String approver, @Nullable OffsetDateTime at, StepVerdict verdict, @Nullable String remark) {}

  static AbsenceView of(StoredAbsence stored, HallTimes times) {
    Absence absence = stored.absence();
    return new AbsenceView(
        absence.id(),
        absence.personId(),
        absence.kind(),
        times.at(absence.from()),
        times.at(absence.to()),
        times.at(absence.requestedAt()),
        absence.state(),
        stored.reason(),
        stored.source(),
        stored.steps().stream()
            .map(
                s ->
                    new ApprovalStepView(
                        s.approver(), times.atOrNull(s.at()), s.verdict(), s.remark()))
            .toList());
  }
}
