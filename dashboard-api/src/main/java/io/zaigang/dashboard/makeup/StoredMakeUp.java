package io.zaigang.dashboard.makeup;

import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the database keeps it.
 *
 * @param verdict PENDING until the last step that the hall wants is done, or one rejects
 * @param decidedAt null while it is pending
 * @param decisions step by step
 */
record StoredMakeUp(
    String id,
    String staffId,
    Instant dueAt,
    PunchDirection direction,
    Instant requestedAt,
    String reason,
    Source source,
    Verdict verdict,
    @Nullable Instant decidedAt,
    List<Decision> decisions) {

  /** How a request came in. */
  enum Source {
    /** The person's own page. */
    PAGE,
    /** Somebody entered it for the person. */
    DESK,
    DINGTALK
  }

  /** What one approver said, and what footage that rests on. */
  record Decision(
      int step, String by, Instant at, Verdict verdict, String remark, List<KeptFootage> footage) {

    Decision {
      footage = List.copyOf(footage);
    }
  }

  /**
   * Footage that a decision rests on: held, so that the same clip can be cut again.
   *
   * @param clipSha256 of the clip of this camera and span
   * @param gapSeconds what was not recorded of the span
   */
  record KeptFootage(
      String cameraId, Instant from, Instant to, String clipSha256, double gapSeconds) {}

  StoredMakeUp {
    decisions = List.copyOf(decisions);
  }

  boolean isPending() {
    return verdict == Verdict.PENDING;
  }

  StoredMakeUp with(List<Decision> made) {
    return new StoredMakeUp(
        id, staffId, dueAt, direction, requestedAt, reason, source, verdict, decidedAt, made);
  }
}
