package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.footage.ClipOverlay;
import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.rendition.OverlayFont;
import io.zaigang.ingest.rendition.Rendition;
import io.zaigang.ingest.rendition.RenditionSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Burns place, time and zones into a clip. */
@Component
class ClipMarker {

  private static final Logger LOG = LoggerFactory.getLogger(ClipMarker.class);

  private final EvidenceFiles files;
  private final ClipOverlay overlay;
  private final IncidentFacts facts;
  private final OverlayFont font;
  private final RenditionSettings size;

  ClipMarker(
      EvidenceFiles files,
      ClipOverlay overlay,
      IncidentFacts facts,
      OverlayFont font,
      EvidenceSettings settings) {
    this.files = files;
    this.overlay = overlay;
    this.facts = facts;
    this.font = font;
    this.size = new RenditionSettings(settings.markedHeight(), settings.markedFps());
    if (!font.drawsChinese()) {
      LOG.warn(
          "No font with Chinese characters: marked clips will show squares. Install one"
              + " (apt-get install fonts-noto-cjk), or name its file in ZAIGANG_FONT");
    }
  }

  /** Makes the rendition and its manifest; returns the SHA-256 of the rendition. */
  String mark(StoredIncident stored, EvidenceClip clip) throws IOException {
    Path plain = files.plain(clip.incidentId(), clip.cameraId());
    Path marked = files.marked(clip.incidentId(), clip.cameraId());
    ClipContents contents = clip.contents();
    new Rendition(overlay.of(stored.incident(), clip.cameraId()), size, font)
        .make(new Rendition.Source(plain, contents.pieces(), contents.chapters()), marked);
    ClipManifest manifest = ClipManifest.ofRendition(marked, plain).with("font", font.name());
    return facts.seal(manifest, stored, clip.cameraId(), "marked").clipSha256();
  }
}
