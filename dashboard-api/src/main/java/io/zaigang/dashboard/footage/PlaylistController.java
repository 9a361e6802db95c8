package io.zaigang.dashboard.footage;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.ingest.footage.Segment;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Playlists over segments as they lie on disk. */
@RestController
class PlaylistController {

  private static final String PLAYLIST = "application/vnd.apple.mpegurl";

  private final CameraGate cameras;
  private final ViewingLedger ledger;
  private final Playlists playlists;
  private final ZaigangSettings.Footage limits;
  private final Clock clock;

  PlaylistController(
      CameraGate cameras,
      ViewingLedger ledger,
      Playlists playlists,
      ZaigangSettings settings,
      Clock clock) {
    this.cameras = cameras;
    this.ledger = ledger;
    this.playlists = playlists;
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
    List<Segment> segments = playlists.segments(camera, span);
    if (segments.isEmpty()) {
      throw new NotFound("Camera '" + camera + "': nothing is recorded there");
    }
    if (to == null) {
      ledger.watched(user, camera, span, reason);
    } else {
      ledger.viewed(user, camera, span, reason);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(PLAYLIST))
        .cacheControl(CacheControl.noStore())
        .body(to == null ? playlists.live(segments) : playlists.vod(segments));
  }
}
