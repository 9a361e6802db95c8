package io.zaigang.dashboard.camerahealth;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts, minute by minute, how much of each camera lies in the footage log. It looks at the files,
 * not at what the recorder says of itself.
 */
@Component
class CameraMinutes {

  /** A segment gets its name when it ends, some seconds after its first picture. */
  private static final Duration SETTLED = Duration.ofSeconds(45);

  /** Further back after a pause of the dashboard; what is older was counted or is past interest. */
  private static final Duration FURTHEST_BACK = Duration.ofHours(24);

  private final FootageLog log;
  private final SitePlans plans;
  private final CameraMinuteStore store;
  private final Clock clock;

  CameraMinutes(FootageLog log, SitePlans plans, CameraMinuteStore store, Clock clock) {
    this.log = log;
    this.plans = plans;
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT60S")
  void count() {
    Instant settled = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MINUTES);
    Instant oldest = settled.minus(FURTHEST_BACK);
    Instant next = store.newest().map(newest -> newest.plus(CameraMinute.LENGTH)).orElse(oldest);
    count(next.isBefore(oldest) ? oldest : next, settled);
  }

  /** Counts the minutes of {@code [from, to)}, both whole minutes. */
  void count(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return;
    }
    for (Camera camera : plans.current().plan().cameras()) {
      List<Segment> segments = log.segments(camera.id(), from, to);
      store.put(
          Stream.iterate(from, m -> m.isBefore(to), m -> m.plus(CameraMinute.LENGTH))
              .map(minute -> CameraMinute.of(camera.id(), minute, near(segments, minute)))
              .toList());
    }
  }

  private static List<Segment> near(List<Segment> segments, Instant minute) {
    Instant end = minute.plus(CameraMinute.LENGTH);
    return segments.stream().filter(segment -> segment.overlaps(minute, end)).toList();
  }
}
