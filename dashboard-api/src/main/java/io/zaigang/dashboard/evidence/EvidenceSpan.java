package io.zaigang.dashboard.evidence;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What evidence of an incident should show: ten seconds before its onset to ten after its end. */
final class EvidenceSpan {

  /** Shown before the onset and after the end. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  private EvidenceSpan() {}

  static Instant from(Incident incident) {
    return incident.startedAt().minus(MARGIN);
  }

  /** Null while the incident goes on. */
  static @Nullable Instant to(Incident incident) {
    Instant endedAt = incident.endedAt();
    return endedAt == null ? null : endedAt.plus(MARGIN);
  }

  /** The state of an incident that nobody has looked at yet. */
  static Evidence notBegun(Incident incident) {
    return new Evidence(
        incident.id(),
        0,
        EvidenceState.PENDING,
        incident.status() == IncidentStatus.OPEN
            ? EvidenceReason.INCIDENT_OPEN
            : EvidenceReason.IN_WORK,
        null,
        from(incident),
        to(incident),
        0,
        Instant.EPOCH,
        null);
  }
}
