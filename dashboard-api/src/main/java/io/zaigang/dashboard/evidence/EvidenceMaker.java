package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.IncidentStore;
import io.zaigang.dashboard.incident.StoredIncident;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the evidence of one incident one step further: waits for its end and its footage, makes its
 * clips, then their marked renditions. What is done is in the database, so that after a restart it
 * goes on where it was; a step that was cut short is done again.
 */
@Component
class EvidenceMaker {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceMaker.class);

  private static final Duration LOOK_AT_FOOTAGE = Duration.ofSeconds(5);
  private static final Duration LOOK_AT_OPEN = IncidentHolds.AHEAD.dividedBy(4);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
  private static final int LONGEST_RETRY_DOUBLINGS = 10;
  private static final int MOST_TRIES_TO_MARK = 5;

  private final IncidentStore incidents;
  private final EvidenceStore store;
  private final EvidenceClips clips;
  private final ClipMarker marker;
  private final FootageWait footage;

  EvidenceMaker(
      IncidentStore incidents,
      EvidenceStore store,
      EvidenceClips clips,
      ClipMarker marker,
      FootageWait footage) {
    this.incidents = incidents;
    this.store = store;
    this.clips = clips;
    this.marker = marker;
    this.footage = footage;
  }

  /** Does the next step, whatever it is; failures are noted and tried again later. */
  void work(String incidentId) {
    StoredIncident stored = incidents.find(incidentId).orElseThrow();
    Evidence evidence = store.find(incidentId).orElseThrow();
    if (evidence.nextTryAt() == null) {
      return; // another copy of the dashboard was faster
    }
    boolean made = evidence.madeAt() != null;
    try {
      if (made) {
        mark(stored, evidence);
      } else {
        make(stored, evidence);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Evidence of incident {} cannot be made", incidentId, e);
      String why = String.valueOf(e.getMessage());
      store.put(made ? evidence.withoutMarked(why, again(evidence)) : failed(evidence, why));
    }
  }

  private Evidence failed(Evidence evidence, String why) {
    return evidence.failed(why, footage.now().plus(pause(evidence)));
  }

  private @Nullable Instant again(Evidence evidence) {
    return evidence.attempts() + 1 < MOST_TRIES_TO_MARK
        ? footage.now().plus(pause(evidence))
        : null;
  }

  private static Duration pause(Evidence evidence) {
    return FIRST_RETRY.multipliedBy(1L << Math.min(evidence.attempts(), LONGEST_RETRY_DOUBLINGS));
  }

  private void make(StoredIncident stored, Evidence evidence) throws IOException {
    Instant endedAt = stored.incident().endedAt();
    footage.hold(stored.incident());
    if (endedAt == null) {
      keep(
          evidence,
          evidence.pending(EvidenceReason.INCIDENT_OPEN, footage.now().plus(LOOK_AT_OPEN)));
    } else if (!footage.isComplete(stored.incident(), endedAt)) {
      keep(
          evidence,
          evidence.pending(
              EvidenceReason.WAITING_FOR_FOOTAGE, footage.now().plus(LOOK_AT_FOOTAGE)));
    } else {
      clips.make(stored, evidence, endedAt);
    }
  }

  /** Tells the desks only where there is news. */
  private void keep(Evidence before, Evidence after) {
    if (before.state() == after.state() && before.reason() == after.reason()) {
      store.postpone(after.incidentId(), after.nextTryAt());
    } else {
      store.put(after);
    }
  }

  private void mark(StoredIncident stored, Evidence evidence) throws IOException {
    for (EvidenceClip clip : store.clips(evidence.incidentId())) {
      if (clip.markedSha256() == null) {
        store.marked(clip.incidentId(), clip.cameraId(), marker.mark(stored, clip));
      }
    }
    store.put(evidence.finished());
  }
}
