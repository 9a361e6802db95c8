package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.clip.ClipPlan;
import io.zaigang.ingest.clip.NoFootageException;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.rendition.Overlay;
import io.zaigang.ingest.rendition.OverlayFont;
import io.zaigang.ingest.rendition.Rendition;
import io.zaigang.ingest.rendition.RenditionSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Makes clips for export, each with its sealed manifest, as evidence of incidents has one. */
@Component
class ClipExports {

  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final FootageLog log;
  private final ClipCutter cutter;
  private final ClipOverlay overlays;
  private final ClipFacts facts;
  private final OverlayFont font;

  ClipExports(
      FootageLog log, ClipCutter cutter, ClipOverlay overlays, ClipFacts facts, OverlayFont font) {
    this.log = log;
    this.cutter = cutter;
    this.overlays = overlays;
    this.facts = facts;
    this.font = font;
  }

  /**
   * An exported clip.
   *
   * @param video the MP4; its manifest is beside it
   */
  record Export(Path video, ClipManifest.Sealed manifest) {

    /** Both in one file, so that neither travels without the other; the video is not packed. */
    void writeZip(OutputStream out) throws IOException {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (Path file : new Path[] {video, manifest.file()}) {
          zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }

  /** How an export's files are called, without what comes after the dot. */
  static String nameOf(String camera, Span span, RenditionKind kind) {
    return camera + "-" + NAME_TIME.format(span.from()) + "Z" + kind.suffix();
  }

  /**
   * Makes a clip.
   *
   * @param folder for its files; the caller's to delete
   */
  Export make(String camera, Span span, RenditionKind kind, Path folder) throws IOException {
    Path video = folder.resolve(nameOf(camera, span, kind) + ".mp4");
    Path plain = folder.resolve(nameOf(camera, span, RenditionKind.PLAIN) + ".mp4");
    ClipPlan plan = ClipPlan.of(camera, span.from(), span.to());
    Clip clip = cut(plan, plain);
    ClipManifest manifest = ClipManifest.of(clip, plan, log);
    if (kind != RenditionKind.PLAIN) {
      Overlay overlay = overlays.of(camera);
      new Rendition(
              kind == RenditionKind.BLURRED ? overlay.blurred() : overlay,
              RenditionSettings.DEFAULT,
              font)
          .make(new Rendition.Source(plain, clip.pieces(), clip.chapters()), video);
      manifest = manifest.rendition(video).with("rendition", kind).with("font", font.name());
    }
    facts.addTo(manifest, camera, span.from());
    return new Export(video, facts.seal(manifest, "export/" + video.getFileName()));
  }

  private Clip cut(ClipPlan plan, Path file) throws IOException {
    Clip clip;
    try {
      clip = cutter.cut(plan, file);
    } catch (NoFootageException e) {
      throw new NotFound("Camera '" + plan.cameraId() + "': nothing is recorded there");
    }
    if (!clip.leftOut().isEmpty()) {
      throw new Conflict(
          "Camera '%s' changed its picture at %s, or is damaged there; export before or after"
              .formatted(plan.cameraId(), clip.leftOut().get(0).segment().start()));
    }
    return clip;
  }
}
