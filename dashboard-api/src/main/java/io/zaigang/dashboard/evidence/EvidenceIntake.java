package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.IncidentStore;
import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.domain.review.Standing;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes note of incidents: from then on their footage is held and their evidence gets made. */
@Component
class EvidenceIntake {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceIntake.class);
  private static final int BATCH = 200;

  private final IncidentStore incidents;
  private final EvidenceStore store;
  private final IncidentHolds holds;
  private final Clock clock;

  EvidenceIntake(IncidentStore incidents, EvidenceStore store, IncidentHolds holds, Clock clock) {
    this.incidents = incidents;
    this.store = store;
    this.holds = holds;
    this.clock = clock;
  }

  /** Notes what nobody has noted yet. */
  void noteNew() {
    store.unknown(BATCH).forEach(this::note);
  }

  private void note(String incidentId) {
    StoredIncident stored = incidents.find(incidentId).orElseThrow();
    String fingerprint = EvidenceSpan.fingerprint(stored.incident());
    Optional<Evidence> known = store.find(incidentId);
    boolean same = known.isPresent() && known.get().madeFor().equals(fingerprint);
    if (!same || stored.review().standing() == Standing.UNREVIEWED) {
      hold(stored); // also again, where a dismissal was taken back
    }
    if (same) {
      store.seen(incidentId, stored.version());
      return;
    }
    store.put(Evidence.begin(stored, clock.instant()));
  }

  private void hold(StoredIncident stored) {
    try {
      holds.hold(stored.incident());
    } catch (IOException e) {
      // Tried again before the clips are cut; retention deletes nothing younger than a month.
      LOG.warn("Footage of incident {} cannot be held: {}", stored.incident().id(), e.toString());
    }
  }
}
