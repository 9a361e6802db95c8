package io.zaigang.dashboard.upkeep;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.upkeep.StorageView.CameraStorage;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.FootageVolumes;
import io.zaigang.ingest.footage.FootageVolumes.DayVolume;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.Segment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the footage of each camera now and then: a month of a whole hall are millions of files,
 * which nobody should wait for in front of a page.
 */
@Component
class StorageSurvey {

  private static final Duration LOOKED_BACK = Duration.ofHours(24);
  private static final int RATE_OF_DAYS = 7;

  private final FootageLog log;
  private final FootageVolumes volumes;
  private final SitePlans plans;
  private final HallTimes times;
  private final Clock clock;
  private volatile @Nullable Counted counted;

  /** What was counted, and when. */
  record Counted(OffsetDateTime at, List<CameraStorage> cameras) {}

  StorageSurvey(FootageLog log, SitePlans plans, HallTimes times, Clock clock) {
    this.log = log;
    this.volumes = new FootageVolumes(log);
    this.plans = plans;
    this.times = times;
    this.clock = clock;
  }

  /** The last count; empty before the first has ended. */
  Optional<Counted> counted() {
    return Optional.ofNullable(counted);
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5M")
  void count() {
    Instant now = clock.instant();
    List<String> planned = plans.current().plan().cameras().stream().map(Camera::id).toList();
    Set<String> ids = new LinkedHashSet<>(planned);
    ids.addAll(log.cameras());
    List<CameraStorage> cameras = new ArrayList<>();
    for (String id : ids) {
      cameras.add(of(id, planned.contains(id), now));
    }
    counted = new Counted(times.at(now), cameras);
  }

  private CameraStorage of(String cameraId, boolean planned, Instant now) {
    List<DayVolume> days = volumes.of(cameraId);
    Instant since = now.minus(LOOKED_BACK);
    List<Gap> gaps = planned ? log.gaps(cameraId, since, settled(cameraId, now)) : List.of();
    return new CameraStorage(
        cameraId,
        planned,
        days.stream().mapToLong(DayVolume::bytes).sum(),
        days.size(),
        bytesADay(days, LocalDate.ofInstant(now, ZoneOffset.UTC)),
        log.earliest(cameraId).map(Segment::start).map(times::at).orElse(null),
        log.latest(cameraId).map(Segment::end).map(times::at).orElse(null),
        gaps.size(),
        gaps.stream()
            .map(gap -> Duration.between(gap.from(), gap.to()))
            .mapToLong(Duration::toSeconds)
            .sum());
  }

  /** A segment that is still being written is no gap. */
  private Instant settled(String cameraId, Instant now) {
    Instant settled = now.minusSeconds(60);
    return log.latest(cameraId)
        .map(Segment::end)
        .filter(end -> end.isAfter(settled) && end.isBefore(now))
        .orElse(settled);
  }

  /** Over the last full days, as if the camera had been there all day. */
  private static @Nullable Long bytesADay(List<DayVolume> days, LocalDate today) {
    List<DayVolume> full = days.stream().filter(day -> day.day().isBefore(today)).toList();
    List<DayVolume> last = full.subList(Math.max(0, full.size() - RATE_OF_DAYS), full.size());
    List<DayVolume> counting = last.isEmpty() ? days : last;
    long seconds = counting.stream().mapToLong(day -> day.recorded().toSeconds()).sum();
    long bytes = counting.stream().mapToLong(DayVolume::bytes).sum();
    return seconds < Duration.ofMinutes(1).toSeconds()
        ? null
        : Math.round((double) bytes / seconds * Duration.ofDays(1).toSeconds());
  }
}
