package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.clip.HeadIndex;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the heads of new segments before anybody asks for a playlist of them: opening 20,000 files
 * while somebody waits takes seconds. Days of the past follow, newest first, a little at a time.
 */
@Component
class HeadWarmer {

  /** Longest that one round may take: the disk is the recorder's first. */
  private static final Duration ROUND = Duration.ofSeconds(15);

  private final FootageLog log;
  private final HeadIndex heads;
  private final SitePlans plans;
  private final Clock clock;

  HeadWarmer(FootageLog log, HeadIndex heads, SitePlans plans, Clock clock) {
    this.log = log;
    this.heads = heads;
    this.plans = plans;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT30S")
  void warm() throws IOException {
    Instant enough = clock.instant().plus(ROUND);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Camera camera : plans.current().plan().cameras()) {
      Optional<LocalDate> oldest = log.earliest(camera.id()).map(HeadWarmer::day);
      if (oldest.isPresent()) {
        heads.forgetBefore(camera.id(), oldest.get());
        warm(camera.id(), oldest.get(), today, enough);
      }
    }
  }

  private void warm(String camera, LocalDate oldest, LocalDate newest, Instant enough) {
    for (LocalDate day = newest; !day.isBefore(oldest); day = day.minusDays(1)) {
      Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      List<Segment> segments =
          log.segments(camera, begin, begin.plus(Duration.ofDays(1))).stream()
              .filter(segment -> !segment.start().isBefore(begin))
              .toList();
      if (!heads.holds(camera, day, segments.size())) {
        heads.of(segments);
        if (clock.instant().isAfter(enough)) {
          return;
        }
      }
    }
  }

  private static LocalDate day(Segment segment) {
    return LocalDate.ofInstant(segment.start(), ZoneOffset.UTC);
  }
}
