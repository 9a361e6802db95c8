package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.domain.incident.Incident;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the clips of all cameras of an incident, says what they lack, enters them. */
@Component
class EvidenceClips {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceClips.class);

  private final ClipMaker maker;
  private final EvidenceStore store;
  private final Register register;
  private final Clock clock;

  EvidenceClips(ClipMaker maker, EvidenceStore store, Register register, Clock clock) {
    this.maker = maker;
    this.store = store;
    this.register = register;
    this.clock = clock;
  }

  /** Makes them, in the place of any that were made before. */
  void make(StoredIncident stored, Evidence evidence, Instant endedAt) throws IOException {
    Incident incident = stored.incident();
    List<ClipMaker.Made> made = new ArrayList<>();
    for (String camera : incident.cameraIds()) {
      maker.make(stored, endedAt, camera).ifPresent(made::add);
    }
    store.putClips(incident.id(), made.stream().map(ClipMaker.Made::clip).toList());
    Instant now = clock.instant();
    store.put(evidence.made(lacking(incident, made), now, made.isEmpty() ? null : now));
    enter(stored, evidence, made);
  }

  private static @Nullable EvidenceReason lacking(Incident incident, List<ClipMaker.Made> made) {
    if (incident.cameraIds().isEmpty()) {
      return EvidenceReason.NO_CAMERA;
    }
    if (made.isEmpty()) {
      return EvidenceReason.NOTHING_RECORDED;
    }
    if (made.stream().noneMatch(one -> one.clip().contents().showsOnset())) {
      return EvidenceReason.ONSET_NOT_RECORDED;
    }
    if (made.stream().anyMatch(ClipMaker.Made::changedFormat)) {
      return EvidenceReason.FORMAT_CHANGED;
    }
    boolean whole =
        made.size() == incident.cameraIds().size()
            && made.stream().allMatch(one -> one.clip().contents().gaps().isEmpty());
    return whole ? null : EvidenceReason.FOOTAGE_MISSING;
  }

  /** The seals in the register: its own chain then vouches for that of the manifests. */
  private void enter(StoredIncident stored, Evidence evidence, List<ClipMaker.Made> made) {
    for (ClipMaker.Made one : made) {
      EvidenceClip clip = one.clip();
      register.add(
          AuditEntry.by("-", AuditAction.EVIDENCE_MADE)
              .footage(clip.cameraId(), clip.from(), clip.to())
              .subject(stored.incident().id())
              .detail("clipSha256", clip.sha256())
              .detail("seal", clip.seal()));
    }
    LOG.info(
        "Evidence of incident {} ({}): {} clips of {} cameras",
        stored.incident().id(),
        evidence.from(),
        made.size(),
        stored.incident().cameraIds().size());
  }
}
