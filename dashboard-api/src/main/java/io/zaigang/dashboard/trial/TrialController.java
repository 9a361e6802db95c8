package io.zaigang.dashboard.trial;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zaigang.dashboard.plan.PlanDrafts;
import io.zaigang.dashboard.trial.Trial.Outcome;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.replay.RulesReplay.Judged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tries settings before they are put in force; nothing is stored. */
@RestController
class TrialController {

  private static final int MOST_INCIDENTS = 500;

  private final Trial trial;
  private final HallTimes times;

  TrialController(Trial trial, HallTimes times) {
    this.trial = trial;
    this.times = times;
  }

  /**
   * What to try.
   *
   * @param plan the draft, as {@code /api/site-plan} has it
   * @param hours how far back; 168 is a week
   * @param windowId one window; null for all
   */
  record TrialRequest(
      @NotNull @Schema(type = "object") JsonNode plan,
      @Min(1) @Max(168) int hours,
      @Nullable @Size(max = 100) String windowId) {}

  /** An incident as it would have been, or was by the settings in force. */
  record TriedIncident(
      IncidentType type,
      @Nullable String windowId,
      @Nullable String areaId,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt) {}

  /** What one set of settings makes of the span. */
  record TriedSide(
      double staffedSeconds,
      double emptySeconds,
      double blindSeconds,
      int incidentCount,
      List<TriedIncident> incidents) {}

  /**
   * Both sides.
   *
   * @param frames pictures that were judged
   * @param estimated zones were moved: for them only people seen in the whole picture count
   */
  record TrialResult(
      OffsetDateTime from,
      OffsetDateTime to,
      int frames,
      boolean estimated,
      TriedSide inForce,
      TriedSide draft) {}

  /** Runs the rules over what was seen, by the settings in force and by the draft. */
  @PostMapping("/api/settings/trial")
  TrialResult run(@Valid @RequestBody TrialRequest request) {
    Outcome outcome =
        trial.run(
            PlanDrafts.read(request.plan()), Duration.ofHours(request.hours()), request.windowId());
    return new TrialResult(
        times.at(outcome.from()),
        times.at(outcome.to()),
        outcome.frames(),
        outcome.zonesMoved(),
        side(outcome.before()),
        side(outcome.after()));
  }

  private TriedSide side(Judged judged) {
    List<TriedIncident> incidents =
        judged.incidents().stream()
            .sorted(Comparator.comparing(Incident::startedAt))
            .limit(MOST_INCIDENTS)
            .map(this::incident)
            .toList();
    return new TriedSide(
        sum(judged, OccupancyMinute::staffedSeconds),
        sum(judged, OccupancyMinute::emptySeconds),
        sum(judged, OccupancyMinute::blindSeconds),
        judged.incidents().size(),
        incidents);
  }

  private TriedIncident incident(Incident incident) {
    return new TriedIncident(
        incident.type(),
        incident.windowId(),
        incident.areaId(),
        times.at(incident.startedAt()),
        times.atOrNull(incident.endedAt()));
  }

  private static double sum(Judged judged, ToDoubleFunction<OccupancyMinute> seconds) {
    return judged.minutes().stream().mapToDouble(seconds).sum();
  }
}
