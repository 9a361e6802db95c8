package io.zaigang.dashboard.footage;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.Busy;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports clips: made in a temporary folder, sent, deleted. */
@RestController
class ClipController {

  private static final String ZIP = "application/zip";
  private static final long PATIENCE_SECONDS = 20;

  private final ClipExports exports;
  private final CameraGate cameras;
  private final ViewingLedger ledger;
  private final ZaigangSettings.Footage limits;
  private final Semaphore atOnce;

  ClipController(
      ClipExports exports, CameraGate cameras, ViewingLedger ledger, ZaigangSettings settings) {
    this.exports = exports;
    this.cameras = cameras;
    this.ledger = ledger;
    this.limits = settings.footage();
    this.atOnce = new Semaphore(limits.clipsAtOnce(), true);
  }

  /**
   * A span as one MP4 to keep, in a ZIP file with its manifest, which is entered in the chain like
   * that of evidence: {@code zaigang clip --check} tells whether anything was altered since. Enters
   * an export in the register. PLAIN is what the camera sent; MARKED has place, time and posts
   * burnt in; BLURRED, too, and nobody outside the posts can be recognised in it.
   */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/cameras/{id}/clip.zip", produces = ZIP)
  void clip(
      @PathVariable String id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to,
      @RequestParam(required = false) @Nullable @Size(max = 500) String reason,
      @RequestParam(defaultValue = "PLAIN") RenditionKind rendition,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletResponse response)
      throws IOException {
    String camera = cameras.require(id, user);
    Duration longest =
        rendition == RenditionKind.PLAIN ? limits.longestClip() : limits.longestMarked();
    Span span = Span.of(from, to, longest);
    Path folder = Files.createTempDirectory("zaigang-clip");
    try {
      ClipExports.Export export = make(camera, span, rendition, folder);
      ledger.exported(
          user,
          camera,
          span,
          reason,
          Map.of("rendition", rendition.name(), "seal", export.manifest().seal()));
      response.setContentType(ZIP);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(ClipExports.nameOf(camera, span, rendition) + ".zip")
              .build()
              .toString());
      export.writeZip(response.getOutputStream());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private ClipExports.Export make(String camera, Span span, RenditionKind rendition, Path folder)
      throws IOException {
    try {
      if (!atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Busy("Other clips are being cut; try again in a moment");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy("The dashboard is stopping");
    }
    try {
      return exports.make(camera, span, rendition, folder);
    } finally {
      atOnce.release();
    }
  }
}
