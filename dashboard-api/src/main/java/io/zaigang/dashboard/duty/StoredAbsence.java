package io.zaigang.dashboard.duty;

import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absence as the database keeps it.
 *
 * @param steps 审批链: who said what, in order
 */
public record StoredAbsence(
    Absence absence, @Nullable String reason, Source source, List<Step> steps) {

  /** Where an absence came from. */
  public enum Source {
    DESK,
    FILE,
    DINGTALK
  }

  /** What one approver said. */
  public enum StepVerdict {
    PENDING,
    APPROVED,
    REJECTED
  }

  /**
   * One step of the approval.
   *
   * @param at null while it is pending
   */
  public record Step(
      String approver, @Nullable Instant at, StepVerdict verdict, @Nullable String remark) {}

  public StoredAbsence {
    steps = List.copyOf(steps);
  }

  /** The same absence, decided or taken back. */
  StoredAbsence became(AbsenceState state, List<Step> steps) {
    Absence after =
        new Absence(
            absence.id(),
            absence.personId(),
            absence.kind(),
            absence.requestedAt(),
            absence.from(),
            absence.to(),
            state);
    return new StoredAbsence(after, reason, source, steps);
  }
}
