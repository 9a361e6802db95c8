package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.NoFootageException;
import io.zaigang.ingest.rendition.Overlay;
import io.zaigang.ingest.rendition.OverlayFont;
import io.zaigang.ingest.rendition.Rendition;
import io.zaigang.ingest.rendition.RenditionSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Makes clips for export. */
@Component
class ClipExports {

  private final ClipCutter cutter;
  private final ClipOverlay overlays;
  private final OverlayFont font;

  ClipExports(ClipCutter cutter, ClipOverlay overlays, OverlayFont font) {
    this.cutter = cutter;
    this.overlays = overlays;
    this.font = font;
  }

  /**
   * Makes a clip.
   *
   * @param file what becomes of it; its folder is the caller's to delete
   */
  void make(String camera, Span span, RenditionKind kind, Path file) throws IOException {
    Path plain = kind == RenditionKind.PLAIN ? file : file.resolveSibling("plain.mp4");
    Clip clip = cut(camera, span, plain);
    if (kind != RenditionKind.PLAIN) {
      Overlay overlay = overlays.of(camera);
      new Rendition(
              kind == RenditionKind.BLURRED ? overlay.blurred() : overlay,
              RenditionSettings.DEFAULT,
              font)
          .make(new Rendition.Source(plain, clip.pieces(), clip.chapters()), file);
    }
  }

  private Clip cut(String camera, Span span, Path file) throws IOException {
    Clip clip;
    try {
      clip = cutter.cut(camera, span.from(), span.to(), file);
    } catch (NoFootageException e) {
      throw new NotFound("Camera '" + camera + "': nothing is recorded there");
    }
    if (!clip.leftOut().isEmpty()) {
      throw new Conflict(
          "Camera '%s' changed its picture at %s, or is damaged there; export before or after"
              .formatted(camera, clip.leftOut().get(0).segment().start()));
    }
    return clip;
  }
}
