package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was done with an incident, step by step. */
@RestController
class HistoryController {

  private final IncidentStore store;
  private final IncidentStepStore steps;
  private final HallTimes times;

  HistoryController(IncidentStore store, IncidentStepStore steps, HallTimes times) {
    this.store = store;
    this.steps = steps;
    this.times = times;
  }

  /**
   * One step or comment.
   *
   * @param text remark, reason or comment; may be empty
   */
  record StepView(
      StepKind kind,
      OffsetDateTime at,
      String by,
      @Nullable DismissalReason reason,
      @Nullable FalseAlarmKind falseAlarm,
      @Nullable String appellant,
      String text) {}

  /** Every step and comment, oldest first. */
  @GetMapping("/api/incidents/{id}/history")
  List<StepView> history(@PathVariable String id) {
    if (store.find(id).isEmpty()) {
      throw new NotFound("There is no incident with this id");
    }
    return steps.of(id).stream().map(this::view).toList();
  }

  private StepView view(IncidentStep step) {
    return new StepView(
        step.kind(),
        times.at(step.deed().at()),
        step.deed().by(),
        step.reason(),
        step.falseAlarm(),
        step.appellant(),
        step.deed().text());
  }
}
