package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.detections.DetectionsStore;
import io.zaigang.dashboard.makeup.EvidenceCard.CameraFacts;
import io.zaigang.dashboard.makeup.EvidenceCard.FineStrip;
import io.zaigang.dashboard.makeup.EvidenceCard.MissingFootage;
import io.zaigang.dashboard.makeup.EvidenceCard.StripStretch;
import io.zaigang.dashboard.makeup.MakeUpPlace.Place;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.replay.PostsReplay;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.ClockLog;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What cameras and job know of a place around a punch, and how surely. */
@Component
class PlaceFootage {

  private final FootageLog log;
  private final DetectionsStore detections;
  private final SitePlans plans;
  private final HallTimes times;
  private final Clock clock;

  PlaceFootage(
      FootageLog log, DetectionsStore detections, SitePlans plans, HallTimes times, Clock clock) {
    this.log = log;
    this.detections = detections;
    this.plans = plans;
    this.times = times;
    this.clock = clock;
  }

  /** Presence to the grain of single pictures; empty where none are kept of the span. */
  Optional<FineStrip> strip(Place place) {
    SitePlan plan = plans.current().plan();
    Instant to = endOf(place);
    if (!place.from().isBefore(to)) {
      return Optional.empty();
    }
    PostsReplay replay = new PostsReplay(plan, place.window(), place.posts(), place.from(), to);
    detections.each(place.cameraIds(), place.from(), to, replay::take);
    if (replay.frames() == 0) {
      return Optional.empty();
    }
    List<StripStretch> stretches =
        replay.finish().stream()
            .map(s -> new StripStretch(times.at(s.from()), times.at(s.to()), s.presence()))
            .toList();
    return Optional.of(new FineStrip(grain(plan, place).toMillis() / 1000.0, stretches));
  }

  /** What is still to come is missing nowhere. */
  private Instant endOf(Place place) {
    Instant now = clock.instant();
    return place.to().isAfter(now) ? now : place.to();
  }

  /** The coarsest of the cameras that see the posts. */
  private static Duration grain(SitePlan plan, Place place) {
    return place.cameraIds().stream()
        .flatMap(id -> plan.camera(id).stream())
        .map(Camera::samplingInterval)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Clock and holes of each of these cameras. */
  List<CameraFacts> cameras(List<String> cameraIds, Place place) {
    return cameraIds.stream().map(id -> facts(id, place)).toList();
  }

  private CameraFacts facts(String cameraId, Place place) {
    try {
      OptionalLong ahead = ClockLog.of(log, cameraId).at(place.from());
      return new CameraFacts(
          cameraId,
          ahead.isPresent() ? (Long) ahead.getAsLong() : null,
          log.gaps(cameraId, place.from(), endOf(place)).stream()
              .map(gap -> new MissingFootage(times.at(gap.from()), times.at(gap.to()), gap.cause()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Clock of camera '" + cameraId + "' cannot be read", e);
    }
  }
}
