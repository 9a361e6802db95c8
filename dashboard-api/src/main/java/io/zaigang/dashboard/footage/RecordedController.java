package io.zaigang.dashboard.footage;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a camera was recorded: for time lines, so that gaps are seen. Shows no picture. */
@RestController
class RecordedController {

  private final FootageLog log;
  private final CameraGate cameras;
  private final HallTimes times;
  private final ZaigangSettings.Footage limits;

  RecordedController(
      FootageLog log, CameraGate cameras, HallTimes times, ZaigangSettings settings) {
    this.log = log;
    this.cameras = cameras;
    this.times = times;
    this.limits = settings.footage();
  }

  /** A stretch without a gap, {@code [from, to)}. */
  record Stretch(OffsetDateTime from, OffsetDateTime to) {}

  /** Recorded stretches inside a span, in order; what lies between them was never recorded. */
  @GetMapping("/api/cameras/{id}/recorded")
  List<Stretch> recorded(
      @PathVariable String id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    String camera = cameras.require(id, user);
    Span span = Span.of(from, to, limits.longestPlaylist());
    return joined(log.segments(camera, span.from(), span.to())).stream()
        .map(joined -> joined.cutTo(span))
        .map(joined -> new Stretch(times.at(joined.from()), times.at(joined.to())))
        .toList();
  }

  /** Segments that follow one another count as one stretch. */
  private static List<Span> joined(List<Segment> segments) {
    List<Span> spans = new ArrayList<>();
    for (Segment segment : segments) {
      int last = spans.size() - 1;
      if (last >= 0 && follows(spans.get(last).to(), segment.start())) {
        spans.set(last, new Span(spans.get(last).from(), segment.end()));
      } else {
        spans.add(new Span(segment.start(), segment.end()));
      }
    }
    return spans;
  }

  private static boolean follows(Instant end, Instant start) {
    return Duration.between(end, start).compareTo(FootageLog.GAP_TOLERANCE) <= 0;
  }
}
