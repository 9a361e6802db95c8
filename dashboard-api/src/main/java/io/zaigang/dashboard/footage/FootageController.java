package io.zaigang.dashboard.footage;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.clip.HlsPlaylist;
import io.zaigang.ingest.clip.Snapshot;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
 * Footage for the player: playlists over segments as they lie on disk, the segments, and stills.
 * Cameras are those of the site plan and files those of the footage log: no path comes from
 * outside.
 */
@RestController
class FootageController {

  private static final String PLAYLIST = "application/vnd.apple.mpegurl";
  private static final String MP4 = "video/mp4";

  /** Relative to the playlist. */
  private static final Function<Segment, String> ADDRESS =
      segment -> "segments/" + segment.fileName();

  private final FootageLog log;
  private final CameraGate cameras;
  private final ViewingLedger ledger;
  private final ZaigangSettings.Footage limits;
  private final Clock clock;

  FootageController(
      FootageLog log,
      CameraGate cameras,
      ViewingLedger ledger,
      ZaigangSettings settings,
      Clock clock) {
    this.log = log;
    this.cameras = cameras;
    this.ledger = ledger;
    this.limits = settings.footage();
    this.clock = clock;
  }

  /**
   * What is recorded of a span, as an HLS playlist; enters a viewing in the register. Without an
   * end it grows with the recording: ask again and again, with the same beginning.
   */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = PLAYLIST, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/cameras/{id}/playlist.m3u8", produces = PLAYLIST)
  ResponseEntity<String> playlist(
      @PathVariable String id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime to,
      @RequestParam(required = false) @Nullable @Size(max = 500) String reason,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    String camera = cameras.require(id, user);
    OffsetDateTime end = to == null ? clock.instant().atOffset(ZoneOffset.UTC) : to;
    Span span = Span.of(from, end, limits.longestPlaylist());
    List<Segment> segments = log.segments(camera, span.from(), span.to());
    if (segments.isEmpty()) {
      throw nothingRecorded(camera);
    }
    if (to == null) {
      ledger.watched(user, camera, span, reason);
    } else {
      ledger.viewed(user, camera, span, reason);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(PLAYLIST))
        .cacheControl(CacheControl.noStore())
        .body(
            to == null
                ? HlsPlaylist.live(segments, heads, ADDRESS)
                : HlsPlaylist.vod(segments, heads, ADDRESS));
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
    String camera = cameras.require(id, user);
    Segment segment = log.find(camera, file).orElseThrow(() -> nothingRecorded(camera));
    FileSystemResource resource = new FileSystemResource(segment.file());
    if (!resource.exists()) {
      throw nothingRecorded(camera); // deleted by retention just now
    }
    ledger.fetched(user, camera, new Span(segment.start(), segment.end()));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(MP4))
        .eTag("\"" + segment.fileName() + "\"") // a finished segment never changes
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
