package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.domain.incident.Incident;
import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.clip.ClipPlan;
import io.zaigang.ingest.clip.NoFootageException;
import io.zaigang.ingest.clip.ShownCheck;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cuts one camera's clip of an incident, looks into it, and seals it. */
@Component
class ClipMaker {

  private final FootageLog log;
  private final ClipCutter cutter;
  private final EvidenceFiles files;
  private final IncidentFacts facts;
  private final EvidenceSettings settings;

  ClipMaker(FootageLog log, EvidenceFiles files, IncidentFacts facts, EvidenceSettings settings) {
    this.log = log;
    this.cutter = new ClipCutter(log);
    this.files = files;
    this.facts = facts;
    this.settings = settings;
  }

  /**
   * A cut clip.
   *
   * @param clip for the database
   * @param changedFormat whether part was left out because the camera changed its picture
   */
  record Made(EvidenceClip clip, boolean changedFormat) {}

  /** Cuts the clip, looks whether it shows the onset, seals it. Empty where nothing is recorded. */
  Optional<Made> make(StoredIncident stored, Instant endedAt, String cameraId) throws IOException {
    if (!FootageLog.isCameraId(cameraId)) {
      return Optional.empty(); // names no camera, and must name no file
    }
    Incident incident = stored.incident();
    ClipPlan plan = EvidenceSpan.plan(incident, endedAt, cameraId, settings.wholeUpTo());
    Path file = files.plain(incident.id(), cameraId);
    Files.createDirectories(file.getParent());
    Clip clip;
    try {
      clip = cutter.cut(plan, file);
    } catch (NoFootageException e) {
      return Optional.empty();
    }
    List<Gap> gaps = plan.gaps(log);
    boolean showsOnset = ShownCheck.shows(clip, incident.startedAt());
    ClipManifest manifest = ClipManifest.of(clip, plan, log).with("showsOnset", showsOnset);
    ClipManifest.Sealed sealed = facts.seal(manifest, stored, cameraId, "plain");
    EvidenceClip made =
        new EvidenceClip(
            incident.id(),
            cameraId,
            clip.codec(),
            clip.from(),
            clip.to(),
            Files.size(file),
            sealed.clipSha256(),
            sealed.seal(),
            null,
            new ClipContents(showsOnset, clip.pieces(), clip.chapters(), gaps));
    return Optional.of(new Made(made, !clip.leftOut().isEmpty()));
  }
}
