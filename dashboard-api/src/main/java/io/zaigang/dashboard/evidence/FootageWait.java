package io.zaigang.dashboard.evidence;

import io.zaigang.domain.incident.Incident;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When the footage of an incident is as complete as it will get; holds it until then and after. */
@Component
class FootageWait {

  private final FootageLog log;
  private final IncidentHolds holds;
  private final EvidenceSettings settings;
  private final Clock clock;

  FootageWait(FootageLog log, IncidentHolds holds, EvidenceSettings settings, Clock clock) {
    this.log = log;
    this.holds = holds;
    this.settings = settings;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void hold(Incident incident) throws IOException {
    holds.hold(incident);
  }

  /** True once every camera is recorded beyond the end, or has had time enough to be. */
  boolean isComplete(Incident incident, Instant endedAt) {
    Instant to = endedAt.plus(EvidenceSpan.MARGIN);
    return now().isAfter(to.plus(settings.patience()))
        || incident.cameraIds().stream()
            .allMatch(camera -> log.latest(camera).filter(s -> !s.end().isBefore(to)).isPresent());
  }
}
