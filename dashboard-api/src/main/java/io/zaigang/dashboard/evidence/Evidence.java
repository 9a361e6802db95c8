package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.domain.incident.IncidentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the evidence of an incident is, as the database keeps it.
 *
 * @param incidentVersion the version of the incident that was last looked at
 * @param madeFor see {@link EvidenceSpan#fingerprint}
 * @param to null while the incident goes on
 * @param attempts failures in a row
 * @param nextTryAt when somebody should look again; null where nothing is left to do
 */
record Evidence(
    String incidentId,
    int incidentVersion,
    String madeFor,
    EvidenceState state,
    @Nullable EvidenceReason reason,
    @Nullable String detail,
    Instant from,
    @Nullable Instant to,
    int attempts,
    @Nullable Instant nextTryAt,
    @Nullable Instant madeAt) {

  /** The state of an incident that nobody has worked on yet. */
  static Evidence begin(StoredIncident stored, Instant now) {
    boolean open = stored.incident().status() == IncidentStatus.OPEN;
    return new Evidence(
        stored.incident().id(),
        stored.version(),
        EvidenceSpan.fingerprint(stored.incident()),
        EvidenceState.PENDING,
        open ? EvidenceReason.INCIDENT_OPEN : EvidenceReason.IN_WORK,
        null,
        EvidenceSpan.from(stored.incident()),
        EvidenceSpan.to(stored.incident()),
        0,
        now,
        null);
  }

  /** Not made yet, for a reason that passes. */
  Evidence pending(EvidenceReason why, Instant next) {
    return new Evidence(
        incidentId,
        incidentVersion,
        madeFor,
        EvidenceState.PENDING,
        why,
        null,
        from,
        to,
        0,
        next,
        null);
  }

  /** Made, as well as it can be. */
  Evidence made(@Nullable EvidenceReason lacking, Instant at, @Nullable Instant next) {
    EvidenceState how = lacking == null ? EvidenceState.READY : EvidenceState.INCOMPLETE;
    return new Evidence(
        incidentId, incidentVersion, madeFor, how, lacking, null, from, to, 0, next, at);
  }

  /** Could not be made this time. */
  Evidence failed(String why, Instant next) {
    return new Evidence(
        incidentId,
        incidentVersion,
        madeFor,
        EvidenceState.FAILED,
        EvidenceReason.TROUBLE,
        why,
        from,
        to,
        attempts + 1,
        next,
        null);
  }

  /** Nothing is left to do. */
  Evidence finished() {
    return new Evidence(
        incidentId, incidentVersion, madeFor, state, reason, null, from, to, 0, null, madeAt);
  }

  /** What is made stays; the marked renditions could not be made this time. */
  Evidence withoutMarked(String why, @Nullable Instant next) {
    return new Evidence(
        incidentId,
        incidentVersion,
        madeFor,
        state,
        reason,
        why,
        from,
        to,
        attempts + 1,
        next,
        madeAt);
  }
}
