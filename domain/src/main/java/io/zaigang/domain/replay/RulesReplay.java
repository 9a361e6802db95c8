package io.zaigang.domain.replay;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.gathering.GatheringRule;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.gathering.GatheringState;
import io.zaigang.domain.gathering.GatheringStep;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.AreaKind;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.tracking.Track;
import io.zaigang.domain.tracking.Tracker;
import io.zaigang.domain.tracking.TrackerSettings;
import io.zaigang.domain.tracking.TrackerState;
import io.zaigang.domain.tracking.TrackerStep;
import io.zaigang.domain.window.ServiceWindowRules;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowState;
import io.zaigang.domain.window.WindowStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges frames in time order by the rules of one site plan, in this thread and without Flink.
 *
 * <p>The rules are the very objects that the job's operators run, and they do not mind how time is
 * cut: so the incidents are those of the job.
 */
public final class RulesReplay {

  /** Work is done in pieces of media time: observing costs with what waits. */
  private static final Duration PIECE = Duration.ofSeconds(10);

  private final SitePlan plan;
  private final Instant from;
  private final Instant to;
  private final Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
  private final Map<String, TrackerState> people = new HashMap<>();
  private final Map<String, WindowReplay> windows = new LinkedHashMap<>();
  private final Map<String, AreaReplay> areas = new LinkedHashMap<>();
  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final List<OccupancyMinute> minutes = new ArrayList<>();
  private Instant settled;

  /**
   * @param from where the footage began; windows are accounted for from here on
   * @param to first instant that was not looked at
   */
  public RulesReplay(SitePlan plan, Instant from, Instant to) {
    this.plan = plan;
    this.from = from;
    this.to = to;
    this.settled = from;
    plan.windows().forEach(window -> windows.put(window.id(), new WindowReplay(window)));
    plan.areas().stream()
        .filter(area -> area.kind() == AreaKind.STAFF_AREA)
        .forEach(area -> areas.put(area.id(), new AreaReplay(area)));
  }

  /** Takes the next frame, not earlier than the one before; what lies outside the span is not. */
  public void take(FrameDetections frame) {
    if (frame.at().isBefore(from) || !frame.at().isBefore(to)) {
      return;
    }
    if (frame.at().isAfter(settled.plus(PIECE))) {
      advance(frame.at().minusMillis(1));
    }
    for (WindowObservation observation : WindowObservation.of(frame, tracks(frame), plan)) {
      Objects.requireNonNull(windows.get(observation.windowId())).observe(observation);
    }
    for (GatheringSample sample : GatheringSample.of(frame, plan)) {
      Objects.requireNonNull(areas.get(sample.areaId())).observe(sample);
    }
  }

  private List<Track> tracks(FrameDetections frame) {
    if (!frame.usable()) {
      return List.of();
    }
    TrackerState known = people.getOrDefault(frame.cameraId(), TrackerState.INITIAL);
    TrackerStep step = tracker.update(known, frame.at(), frame.persons());
    people.put(frame.cameraId(), step.state());
    return step.tracks();
  }

  /** Ends the span. */
  public Judged finish() {
    windows.values().forEach(WindowReplay::finish);
    areas.values().forEach(area -> area.advance(to));
    return new Judged(List.copyOf(incidents.values()), minutes);
  }

  /**
   * What came out.
   *
   * @param incidents the last version of each
   */
  public record Judged(List<Incident> incidents, List<OccupancyMinute> minutes) {
    public Judged {
      incidents = List.copyOf(incidents);
      minutes = List.copyOf(minutes);
    }
  }

  private void advance(Instant watermark) {
    windows.values().forEach(window -> window.advance(watermark));
    areas.values().forEach(area -> area.advance(watermark));
    settled = watermark;
  }

  private void keep(List<Incident> versions) {
    versions.forEach(incident -> incidents.put(incident.id(), incident));
  }

  /** One window and how far it is judged. */
  private final class WindowReplay {
    private final ServiceWindowRules rules;
    private WindowState state;

    WindowReplay(ServiceWindow window) {
      rules = new ServiceWindowRules(plan, window);
      state = WindowState.startingAt(from);
    }

    void observe(WindowObservation observation) {
      state = rules.observe(state, observation);
    }

    void advance(Instant watermark) {
      take(rules.advance(state, watermark));
    }

    void finish() {
      take(rules.finish(state, to));
    }

    private void take(WindowStep step) {
      state = step.state();
      keep(step.incidents());
      minutes.addAll(step.minutes());
    }
  }

  /** One staff area and how far it is judged. */
  private final class AreaReplay {
    private final GatheringRule rule;
    private GatheringState state = GatheringState.INITIAL;

    AreaReplay(Area area) {
      rule = new GatheringRule(plan, area);
    }

    void observe(GatheringSample sample) {
      state = rule.observe(state, sample);
    }

    void advance(Instant watermark) {
      GatheringStep step = rule.advance(state, watermark);
      state = step.state();
      keep(step.incidents());
    }
  }
}
