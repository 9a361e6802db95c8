package io.zaigang.dashboard.incident;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.incident.IncidentReviews.Seen;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.review.Deed;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import io.zaigang.domain.review.Review;
import io.zaigang.domain.review.Verdict;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verdicts, appeals and comments. Each call names the revision of the review it rests on; where
 * somebody was faster it answers 409 and nothing happens.
 */
@RestController
class ReviewController {

  private final IncidentReviews reviews;
  private final HallTimes times;
  private final Clock clock;

  ReviewController(IncidentReviews reviews, HallTimes times, Clock clock) {
    this.reviews = reviews;
    this.times = times;
    this.clock = clock;
  }

  /** It happened. */
  record Confirmation(@Min(0) int revision, @NotNull @Size(max = 1000) String remark) {}

  /** Confirms that it happened. */
  @PostMapping("/api/incidents/{id}/confirmation")
  IncidentView confirm(
      @PathVariable String id,
      @Valid @RequestBody Confirmation body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.remark());
    return judge(
        new Seen(id, body.revision()),
        user,
        IncidentStep.of(StepKind.CONFIRMED, deed),
        review -> review.confirm(deed));
  }

  /**
   * It does not count.
   *
   * @param falseAlarm with FALSE_ALARM, else null
   */
  record DismissalBody(
      @Min(0) int revision,
      @NotNull DismissalReason reason,
      @Nullable FalseAlarmKind falseAlarm,
      @NotNull @Size(max = 1000) String remark) {}

  /** Dismisses it: a false alarm, covered, on duty elsewhere, or another reason in words. */
  @PostMapping("/api/incidents/{id}/dismissal")
  IncidentView dismiss(
      @PathVariable String id,
      @Valid @RequestBody DismissalBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.remark());
    Verdict.Dismissal why = new Verdict.Dismissal(body.reason(), body.falseAlarm());
    return judge(
        new Seen(id, body.revision()),
        user,
        IncidentStep.dismissal(deed, why),
        review -> review.dismiss(deed, why));
  }

  /** Why a verdict was a mistake. */
  record Withdrawal(@Min(0) int revision, @NotBlank @Size(max = 1000) String reason) {}

  /** Takes a verdict back, before anybody appealed against it. */
  @PostMapping("/api/incidents/{id}/withdrawal")
  IncidentView withdraw(
      @PathVariable String id,
      @Valid @RequestBody Withdrawal body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.reason());
    return judge(
        new Seen(id, body.revision()),
        user,
        IncidentStep.of(StepKind.WITHDRAWN, deed),
        review -> review.withdraw(deed));
  }

  /**
   * Why it should not count.
   *
   * @param appellant for whom it is entered; empty where for oneself
   */
  record AppealBody(
      @Min(0) int revision,
      @NotBlank @Size(max = 2000) String text,
      @NotNull @Size(max = 100) String appellant) {}

  /** Appeals against a confirmed incident. */
  @PostMapping("/api/incidents/{id}/appeal")
  IncidentView appeal(
      @PathVariable String id,
      @Valid @RequestBody AppealBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.text());
    return view(
        reviews.contest(
            new Seen(id, body.revision()),
            user,
            IncidentStep.appeal(deed, body.appellant()),
            review -> review.appeal(deed, body.appellant())));
  }

  /** How an appeal ends. */
  enum Outcome {
    /** It stays confirmed. */
    UPHELD,
    /** It never counts. */
    REVERSED
  }

  /** How an appeal ends, and why. */
  record DecisionBody(
      @Min(0) int revision, @NotNull Outcome outcome, @NotBlank @Size(max = 2000) String reason) {}

  /** Decides an appeal: not who confirmed the incident, nor who entered the appeal. */
  @PostMapping("/api/incidents/{id}/decision")
  IncidentView decide(
      @PathVariable String id,
      @Valid @RequestBody DecisionBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.reason());
    boolean upheld = body.outcome() == Outcome.UPHELD;
    return judge(
        new Seen(id, body.revision()),
        user,
        IncidentStep.of(upheld ? StepKind.UPHELD : StepKind.REVERSED, deed),
        review -> upheld ? review.uphold(deed) : review.reverse(deed));
  }

  /** What somebody has to say. */
  record CommentBody(@NotBlank @Size(max = 1000) String text) {}

  /** Comments on an incident. */
  @PostMapping("/api/incidents/{id}/comments")
  IncidentView comment(
      @PathVariable String id,
      @Valid @RequestBody CommentBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Deed deed = deed(user, body.text());
    return view(reviews.comment(id, IncidentStep.of(StepKind.COMMENTED, deed)));
  }

  private IncidentView judge(
      Seen seen, SignedIn user, IncidentStep step, UnaryOperator<Review> change) {
    return view(reviews.judge(seen, user, step, change));
  }

  private Deed deed(SignedIn user, String text) {
    return new Deed(user.username(), clock.instant().truncatedTo(ChronoUnit.MILLIS), text);
  }

  private IncidentView view(StoredIncident stored) {
    return IncidentView.of(stored, times);
  }
}
