package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 补卡 request.
 *
 * @param windowId where the person works by that day's roster; null where it names no window
 * @param outcome what the rules say of the punch now; PENDING: it can be decided
 * @param paragraph the rule that rests on, in the users' words
 * @param deadline the first instant at which it would have been too late to ask
 * @param used make-ups of that month the person's requests use up, this one included where it
 *     counts
 * @param quota how many there are a month
 * @param approvals how many approvers have to agree
 * @param own whether it is the caller's own
 */
record MakeUpView(
    String id,
    String staffId,
    String name,
    String unit,
    @Nullable String windowId,
    OffsetDateTime dueAt,
    PunchDirection direction,
    OffsetDateTime requestedAt,
    String reason,
    Source source,
    PunchOutcome outcome,
    String paragraph,
    OffsetDateTime deadline,
    int used,
    int quota,
    int approvals,
    boolean own,
    List<MakeUpDecisionView> decisions) {

  /** What one approver said. */
  record MakeUpDecisionView(
      int step,
      String by,
      OffsetDateTime at,
      Verdict verdict,
      String remark,
      List<KeptFootageView> footage) {}

  /**
   * Footage a decision rests on.
   *
   * @param clipSha256 of the clip of this camera and span
   * @param gapSeconds what was not recorded of the span
   */
  record KeptFootageView(
      String cameraId,
      OffsetDateTime from,
      OffsetDateTime to,
      String clipSha256,
      double gapSeconds) {}
}
