package io.zaigang.dashboard.footage;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.web.Busy;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.clip.H264Segments;
import io.zaigang.ingest.clip.Snapshot;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Footage for the player: segments as they lie on disk or in H.264, and stills. Cameras are those
 * of the site plan and files those of the footage log: no path comes from outside.
 */
@RestController
class FootageController {

  private static final String MP4 = "video/mp4";

  private final FootageLog log;
  private final CameraGate cameras;
  private final ViewingLedger ledger;
  private final H264Segments h264;
  private final Clock clock;

  FootageController(
      FootageLog log, CameraGate cameras, ViewingLedger ledger, H264Segments h264, Clock clock) {
    this.log = log;
    this.cameras = cameras;
    this.ledger = ledger;
    this.h264 = h264;
    this.clock = clock;
  }

  /** One segment as it lies on disk; byte ranges and conditional requests work. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = MP4, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/cameras/{id}/segments/{file}", produces = MP4)
  ResponseEntity<Resource> segment(
      @PathVariable String id,
      @PathVariable String file,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Segment segment = find(id, file, user);
    FileSystemResource resource = new FileSystemResource(segment.file());
    if (!resource.exists()) {
      throw nothingRecorded(id); // deleted by retention just now
    }
    return answer(segment.fileName(), resource);
  }

  /** Which part of a segment in H.264. */
  enum Part {
    INIT,
    MEDIA
  }

  /** One segment of an H.265 camera in H.264, made when it is asked for. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = MP4, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/cameras/{id}/h264/{file}", produces = MP4)
  ResponseEntity<Resource> inH264(
      @PathVariable String id,
      @PathVariable String file,
      @RequestParam Part part,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user)
      throws IOException {
    Segment segment = find(id, file, user);
    Path made = transcoded(segment);
    byte[] bytes = Files.readAllBytes(made);
    int init = SegmentHead.read(made).initBytes();
    byte[] asked =
        part == Part.INIT
            ? Arrays.copyOfRange(bytes, 0, init)
            : Arrays.copyOfRange(bytes, init, bytes.length);
    return answer(part + "-" + segment.fileName(), new ByteArrayResource(asked));
  }

  private Segment find(String id, String file, SignedIn user) {
    String camera = cameras.require(id, user);
    Segment segment = log.find(camera, file).orElseThrow(() -> nothingRecorded(camera));
    ledger.fetched(user, camera, new Span(segment.start(), segment.end()));
    return segment;
  }

  private Path transcoded(Segment segment) throws IOException {
    try {
      return h264.of(segment)
          .orElseThrow(() -> new Busy("Others are watching H.265 cameras; try again in a moment"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy("The dashboard is stopping");
    }
  }

  /** A finished segment never changes. */
  private static ResponseEntity<Resource> answer(String tag, Resource resource) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(MP4))
        .eTag("\"" + tag + "\"")
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate().immutable())
        .body(resource);
  }

  /** The picture shown at an instant; without one, the newest. */
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.IMAGE_JPEG_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/cameras/{id}/snapshot.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
  ResponseEntity<byte[]> snapshot(
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime at,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user)
      throws IOException {
    String camera = cameras.require(id, user);
    Instant instant = at == null ? newest(camera) : at.toInstant();
    Snapshot snapshot =
        Snapshot.take(log, camera, instant).orElseThrow(() -> nothingRecorded(camera));
    ledger.glanced(user, camera, at == null ? clock.instant() : instant);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header("X-Picture-At", snapshot.at().toString())
        .body(snapshot.jpeg());
  }

  private Instant newest(String camera) {
    return log.latest(camera)
        .map(segment -> segment.end().minusMillis(1))
        .orElseThrow(() -> nothingRecorded(camera));
  }

  private static NotFound nothingRecorded(String camera) {
    return new NotFound("Camera '" + camera + "': nothing is recorded there");
  }
}
