package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.JudgedIncidents;
import io.zaigang.domain.incident.Incident;
import io.zaigang.ingest.footage.FootageHold;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds the footage of incidents from retention, and gives it up when its time is over. */
@Component
class IncidentHolds {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentHolds.class);
  private static final String PREFIX = "incident-";

  /** An open incident is held this far ahead, and looked at again long before. */
  static final Duration AHEAD = Duration.ofDays(2);

  private final FootageHolds holds;
  private final JudgedIncidents incidents;
  private final EvidenceFiles files;
  private final EvidenceSettings settings;
  private final Clock clock;

  IncidentHolds(
      FootageHolds holds,
      JudgedIncidents incidents,
      EvidenceFiles files,
      EvidenceSettings settings,
      Clock clock) {
    this.holds = holds;
    this.incidents = incidents;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /** Holds what every camera of the incident shows of it; again for an incident that has grown. */
  void hold(Incident incident) throws IOException {
    Instant to = EvidenceSpan.to(incident);
    Instant from = EvidenceSpan.from(incident);
    if (to == null) {
      to = clock.instant().plus(AHEAD);
    } else if (to.plus(settings.keepFootage()).isBefore(clock.instant())) {
      return; // old footage analysed anew
    }
    for (String camera : incident.cameraIds()) {
      if (FootageLog.isCameraId(camera)) { // nothing can be recorded under another
        holds.hold(holdId(incident.id()), camera, from, to, "Evidence of " + incident.type());
      }
    }
  }

  private String holdId(String incidentId) {
    return PREFIX + files.folder(incidentId).getFileName();
  }

  /** Gives up what is older than footage of incidents is kept, and what turned out to be none. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
  void releaseOld() throws IOException {
    Instant oldest = clock.instant().minus(settings.keepFootage());
    Instant decided = clock.instant().minus(settings.keepDismissed());
    Set<String> needless =
        incidents.neverCounting(oldest, decided).stream()
            .map(this::holdId)
            .collect(Collectors.toSet());
    List<FootageHold> old =
        holds.list().stream()
            .filter(hold -> hold.id().startsWith(PREFIX))
            .filter(hold -> hold.to().isBefore(oldest) || needless.contains(hold.id()))
            .toList();
    for (FootageHold hold : old) {
      holds.release(hold.id());
    }
    if (!old.isEmpty()) {
      LOG.info(
          "Gave up holding {} stretches of footage: of incidents ended before {}, or found to be"
              + " none before {}",
          old.size(),
          oldest,
          decided);
    }
  }
}
