package io.zaigang.dashboard.trial;

import io.zaigang.dashboard.detections.DetectionsStore;
import io.zaigang.dashboard.site.ServedPlan;
import io.zaigang.dashboard.web.Busy;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.replay.RulesReplay;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Runs the rules over what the job saw, once by the plan in force and once by a draft: the very
 * rules that the job runs. One trial at a time: it may take as much time as a week has pictures.
 */
@Service
class Trial {

  private final DetectionsStore detections;
  private final ServedPlan plans;
  private final Clock clock;
  private final Semaphore one = new Semaphore(1);

  Trial(DetectionsStore detections, ServedPlan plans, Clock clock) {
    this.detections = detections;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * What came out.
   *
   * @param frames pictures that were judged; none: the job has sent none of these cameras
   * @param zonesMoved whether zones were estimated, see {@link MovedZones}
   */
  record Outcome(
      Instant from,
      Instant to,
      int frames,
      boolean zonesMoved,
      RulesReplay.Judged before,
      RulesReplay.Judged after) {}

  /**
   * Tries a draft on the last while.
   *
   * @param windowId the one window that is asked about; null for all
   */
  Outcome run(SitePlan draft, Duration last, @Nullable String windowId) {
    if (!one.tryAcquire()) {
      throw new Busy("Another trial is running; try again in a moment");
    }
    try {
      Instant to = clock.instant();
      SitePlan inForce = plans.plan();
      SitePlan closedLikewise = draft.closedAt(inForce.closures());
      return replay(only(inForce, windowId), only(closedLikewise, windowId), to, last);
    } finally {
      one.release();
    }
  }

  private Outcome replay(SitePlan inForce, SitePlan draft, Instant to, Duration last) {
    Instant from = to.minus(last);
    RulesReplay before = new RulesReplay(inForce, from, to);
    RulesReplay after = new RulesReplay(draft, from, to);
    MovedZones moved = new MovedZones(inForce, draft);
    Set<String> cameras = new LinkedHashSet<>(camerasOf(inForce));
    cameras.addAll(camerasOf(draft));
    int[] frames = {0};
    detections.each(
        cameras,
        from,
        to,
        frame -> {
          frames[0]++;
          before.take(frame);
          FrameDetections redrawn = moved.read(frame);
          after.take(redrawn);
        });
    return new Outcome(from, to, frames[0], moved.any(), before.finish(), after.finish());
  }

  private static Set<String> camerasOf(SitePlan plan) {
    Set<String> cameras = new LinkedHashSet<>();
    plan.windows().forEach(window -> cameras.addAll(window.cameraIds()));
    plan.areas().forEach(area -> cameras.add(area.cameraId()));
    return cameras;
  }

  /** The plan with one window and what its cameras show of areas. */
  private static SitePlan only(SitePlan plan, @Nullable String windowId) {
    if (windowId == null) {
      return plan;
    }
    List<ServiceWindow> windows = plan.window(windowId).map(List::of).orElse(List.of());
    Set<String> cameras = new LinkedHashSet<>();
    windows.forEach(window -> cameras.addAll(window.cameraIds()));
    List<Area> areas = plan.areas().stream().filter(a -> cameras.contains(a.cameraId())).toList();
    return plan.withPlaces(windows, areas);
  }
}
