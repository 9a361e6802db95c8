package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.review.Appeal;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import io.zaigang.domain.review.Review;
import io.zaigang.domain.review.Standing;
import io.zaigang.domain.review.Verdict;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands with the people who judge it.
 *
 * @param revision what whoever acts on it must have seen
 * @param verdict null while nobody has judged it
 * @param appeal null where there was none
 * @param comments how many there are
 */
record ReviewView(
    Standing standing,
    int revision,
    @Nullable VerdictView verdict,
    @Nullable AppealView appeal,
    int comments) {

  /**
   * @param reason null where it was confirmed
   * @param falseAlarm only with FALSE_ALARM
   */
  record VerdictView(
      String by,
      OffsetDateTime at,
      @Nullable DismissalReason reason,
      @Nullable FalseAlarmKind falseAlarm,
      String remark) {

    static @Nullable VerdictView of(@Nullable Verdict verdict, HallTimes times) {
      if (verdict == null) {
        return null;
      }
      Verdict.Dismissal dismissal = verdict.dismissal();
      return new VerdictView(
          verdict.by(),
          times.at(verdict.at()),
          dismissal == null ? null : dismissal.reason(),
          dismissal == null ? null : dismissal.falseAlarm(),
          verdict.remark());
    }
  }

  /**
   * @param appellant for whom it was entered; empty where for oneself
   * @param decidedBy null while it is open
   */
  record AppealView(
      String by,
      OffsetDateTime at,
      String text,
      String appellant,
      @Nullable String decidedBy,
      @Nullable OffsetDateTime decidedAt,
      @Nullable String decision) {

    static @Nullable AppealView of(@Nullable Appeal appeal, HallTimes times) {
      if (appeal == null) {
        return null;
      }
      Appeal.Decision decision = appeal.decision();
      return new AppealView(
          appeal.by(),
          times.at(appeal.at()),
          appeal.text(),
          appeal.appellant(),
          decision == null ? null : decision.by(),
          decision == null ? null : times.at(decision.at()),
          decision == null ? null : decision.text());
    }
  }

  static ReviewView of(StoredIncident stored, HallTimes times) {
    Review review = stored.review();
    return new ReviewView(
        review.standing(),
        review.revision(),
        VerdictView.of(review.verdict(), times),
        AppealView.of(review.appeal(), times),
        stored.comments());
  }
}
