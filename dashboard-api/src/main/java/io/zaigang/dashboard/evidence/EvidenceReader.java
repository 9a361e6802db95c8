package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.evidence.EvidenceView.ChapterView;
import io.zaigang.dashboard.evidence.EvidenceView.ClipView;
import io.zaigang.dashboard.evidence.EvidenceView.GapView;
import io.zaigang.dashboard.evidence.EvidenceView.PieceView;
import io.zaigang.dashboard.incident.IncidentStore;
import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.incident.Incident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the desk is told about the evidence of an incident. */
@Component
class EvidenceReader {

  private final IncidentStore incidents;
  private final EvidenceStore store;
  private final HallTimes times;

  EvidenceReader(IncidentStore incidents, EvidenceStore store, HallTimes times) {
    this.incidents = incidents;
    this.store = store;
    this.times = times;
  }

  /** Empty where there is no such incident. */
  Optional<EvidenceView> view(String incidentId, SignedIn user) {
    return incidents.find(incidentId).map(stored -> view(stored, user));
  }

  private EvidenceView view(StoredIncident stored, SignedIn user) {
    Incident incident = stored.incident();
    Evidence evidence =
        store.find(incident.id()).orElseGet(() -> Evidence.begin(stored, Instant.EPOCH));
    List<ClipView> clips =
        store.clips(incident.id()).stream()
            .filter(clip -> user.mayWatch(clip.cameraId()))
            .sorted(Comparator.comparingInt(clip -> incident.cameraIds().indexOf(clip.cameraId())))
            .map(this::clip)
            .toList();
    return new EvidenceView(
        incident.id(),
        evidence.state(),
        evidence.reason(),
        evidence.detail(),
        times.at(evidence.from()),
        times.atOrNull(evidence.to()),
        times.atOrNull(evidence.madeAt()),
        clips);
  }

  private ClipView clip(EvidenceClip clip) {
    String base = "/api/incidents/" + clip.incidentId() + "/evidence/" + clip.cameraId();
    ClipContents contents = clip.contents();
    return new ClipView(
        clip.cameraId(),
        clip.codec(),
        times.at(clip.from()),
        times.at(clip.to()),
        clip.bytes(),
        clip.sha256(),
        clip.markedSha256(),
        contents.showsOnset(),
        contents.pieces().stream()
            .map(p -> new PieceView(p.offsetMillis(), times.at(p.from()), times.at(p.to())))
            .toList(),
        contents.chapters().stream()
            .map(c -> new ChapterView(c.kind(), c.offsetMillis(), times.at(c.at())))
            .toList(),
        contents.gaps().stream()
            .map(g -> new GapView(times.at(g.from()), times.at(g.to()), g.cause()))
            .toList(),
        base + ".mp4",
        clip.markedSha256() == null ? null : base + "-marked.mp4",
        base + ".json");
  }
}
