package io.zaigang.dashboard.incident;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.incident.IncidentReviews.Seen;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.review.Deed;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import io.zaigang.domain.review.ReviewRefused;
import io.zaigang.domain.review.Verdict;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Several incidents dismissed with one reason; each is a verdict and a register entry of its own.
 */
@RestController
class DismissalsController {

  private static final int MOST = 100;

  private final IncidentReviews reviews;
  private final HallTimes times;
  private final Clock clock;

  DismissalsController(IncidentReviews reviews, HallTimes times, Clock clock) {
    this.reviews = reviews;
    this.times = times;
    this.clock = clock;
  }

  /** An incident as it was seen. */
  record SeenIncident(@NotBlank @Size(max = 200) String id, @Min(0) int revision) {}

  /**
   * They do not count.
   *
   * @param falseAlarm with FALSE_ALARM, else null
   */
  record DismissalsBody(
      @NotEmpty @Size(max = MOST) List<@Valid SeenIncident> incidents,
      @NotNull DismissalReason reason,
      @Nullable FalseAlarmKind falseAlarm,
      @NotNull @Size(max = 1000) String remark) {}

  /**
   * One that was not dismissed, and why: somebody was faster, or it is not this person's to judge.
   */
  record NotDismissed(String id, String why) {}

  /** What became of them. */
  record DismissalsAnswer(List<IncidentView> dismissed, List<NotDismissed> refused) {}

  /** Dismisses several; those that cannot be dismissed stay as they are and are named. */
  @PostMapping("/api/incidents/dismissals")
  DismissalsAnswer dismiss(
      @Valid @RequestBody DismissalsBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Verdict.Dismissal why = new Verdict.Dismissal(body.reason(), body.falseAlarm());
    List<IncidentView> dismissed = new ArrayList<>();
    List<NotDismissed> refused = new ArrayList<>();
    for (SeenIncident seen : body.incidents()) {
      Deed deed =
          new Deed(user.username(), clock.instant().truncatedTo(ChronoUnit.MILLIS), body.remark());
      try {
        StoredIncident stored =
            reviews.judge(
                new Seen(seen.id(), seen.revision()),
                user,
                IncidentStep.dismissal(deed, why),
                review -> review.dismiss(deed, why));
        dismissed.add(IncidentView.of(stored, times));
      } catch (Conflict | Forbidden | NotFound | ReviewRefused refusal) {
        refused.add(new NotDismissed(seen.id(), String.valueOf(refusal.getMessage())));
      }
    }
    return new DismissalsAnswer(dismissed, refused);
  }
}
