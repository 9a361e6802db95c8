package io.zaigang.dashboard.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.footage.CameraGate;
import io.zaigang.dashboard.footage.Span;
import io.zaigang.dashboard.footage.ViewingLedger;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.clip.ClipManifest;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the files of evidence; each viewing and each export is entered in the register. */
@RestController
class EvidenceFileController {

  private static final String MARKED = "-marked";
  private static final MediaType MP4 = MediaType.valueOf("video/mp4");

  private final EvidenceStore store;
  private final EvidenceFiles files;
  private final CameraGate cameras;
  private final ViewingLedger ledger;

  EvidenceFileController(
      EvidenceStore store, EvidenceFiles files, CameraGate cameras, ViewingLedger ledger) {
    this.store = store;
    this.files = files;
    this.cameras = cameras;
    this.ledger = ledger;
  }

  /**
   * A file of the evidence: {@code CAMERA.mp4} what the camera sent, {@code CAMERA-marked.mp4} with
   * place, time and zones burnt in, {@code CAMERA.json} and {@code CAMERA-marked.json} their
   * manifests. Byte ranges and conditional requests work. With {@code reason} it is an export to
   * keep, else a viewing.
   */
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/api/incidents/{id}/evidence/{file}")
  ResponseEntity<Resource> file(
      @PathVariable String id,
      @PathVariable String file,
      @RequestParam(required = false) @Nullable @Size(max = 500) String reason,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    int dot = file.lastIndexOf('.');
    String name = dot < 0 ? file : file.substring(0, dot);
    String extension = dot < 0 ? "" : file.substring(dot + 1);
    EvidenceClip clip = require(id, name);
    boolean marked = !clip.cameraId().equals(name);
    cameras.require(clip.cameraId(), user);
    Path video = marked ? files.marked(id, clip.cameraId()) : files.plain(id, clip.cameraId());
    return switch (extension) {
      case "mp4" -> {
        enter(clip, marked, reason, user);
        yield answer(video, MP4, marked ? clip.markedSha256() : clip.sha256(), reason);
      }
      case "json" -> answer(ClipManifest.fileFor(video), MediaType.APPLICATION_JSON, null, reason);
      default -> throw nothing();
    };
  }

  private EvidenceClip require(String incidentId, String name) {
    String ofMarked = name.endsWith(MARKED) ? name.substring(0, name.length() - 7) : "";
    return store
        .clip(incidentId, name)
        .or(() -> store.clip(incidentId, ofMarked).filter(c -> c.markedSha256() != null))
        .orElseThrow(EvidenceFileController::nothing);
  }

  private void enter(EvidenceClip clip, boolean marked, @Nullable String reason, SignedIn user) {
    Span span = new Span(clip.from(), clip.to());
    if (reason == null) {
      ledger.viewed(user, clip.cameraId(), span, null);
    } else {
      ledger.exported(
          user, clip.cameraId(), span, reason, Map.of("rendition", marked ? "MARKED" : "PLAIN"));
    }
  }

  private static ResponseEntity<Resource> answer(
      Path file, MediaType type, @Nullable String sha256, @Nullable String reason) {
    FileSystemResource resource = new FileSystemResource(file);
    if (!resource.exists()) {
      throw nothing();
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache().cachePrivate());
    if (sha256 != null) {
      answer.eTag("\"" + sha256 + "\"");
    }
    if (reason != null) {
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(resource.getFilename()).build().toString());
    }
    return answer.body(resource);
  }

  private static NotFound nothing() {
    return new NotFound("There is no such file of evidence");
  }
}
