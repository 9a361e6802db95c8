package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays a day at one window: what each post looks like from when to when, sample by sample. */
final class WindowRun {

  private final SitePlan plan;
  private final ServiceWindowRules rules;
  WindowState state = WindowState.initial();
  final List<Incident> versions = new ArrayList<>();
  final List<OccupancyMinute> minutes = new ArrayList<>();
  final List<WindowPresence> changes = new ArrayList<>();

  WindowRun(SitePlan plan) {
    this.plan = plan;
    this.rules = new ServiceWindowRules(plan, plan.windows().get(0));
  }

  static Instant at(String timeOfDay) {
    return LocalDateTime.parse("2026-03-02T" + timeOfDay)
        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
        .toInstant();
  }

  /** Every camera samples from {@code from} until before {@code to}, each post as given. */
  WindowRun see(String from, String to, Map<String, Double> presenceByPost) {
    for (Camera camera : plan.cameras()) {
      List<PostReading> readings = new ArrayList<>();
      plan.windows().get(0).posts().stream()
          .filter(post -> post.zones().stream().anyMatch(z -> z.cameraId().equals(camera.id())))
          .filter(post -> presenceByPost.containsKey(post.id()))
          .forEach(post -> readings.add(new PostReading(post.id(), presenceByPost.get(post.id()))));
      for (Instant t = at(from); t.isBefore(at(to)); t = t.plus(camera.samplingInterval())) {
        take(new WindowObservation(PlanFixture.WINDOW, camera.id(), t, null, readings));
      }
    }
    return this;
  }

  WindowRun blind(String from, String to, BlindCause cause) {
    for (Camera camera : plan.cameras()) {
      for (Instant t = at(from); t.isBefore(at(to)); t = t.plus(camera.samplingInterval())) {
        take(new WindowObservation(PlanFixture.WINDOW, camera.id(), t, cause, List.of()));
      }
    }
    return this;
  }

  WindowRun advance(Instant watermark) {
    return record(rules.advance(state, watermark));
  }

  WindowRun finish(String end) {
    return record(rules.finish(state, at(end)));
  }

  /** Moves time as an operator would: from timer to timer. */
  WindowRun runTimersUntil(Instant end) {
    while (rules.nextTimer(state).filter(timer -> !timer.isAfter(end)).isPresent()) {
      advance(rules.nextTimer(state).orElseThrow());
    }
    return this;
  }

  /** The last version of each incident, in the order they were first told. */
  List<Incident> incidents() {
    Map<String, Incident> latest = new LinkedHashMap<>();
    versions.forEach(incident -> latest.put(incident.id(), incident));
    return List.copyOf(latest.values());
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  ServiceWindowRules rules() {
    return rules;
  }

  void take(WindowObservation observation) {
    state = rules.observe(state, observation);
  }

  private WindowRun record(WindowStep step) {
    state = step.state();
    versions.addAll(step.incidents());
    minutes.addAll(step.minutes());
    changes.addAll(step.changes());
    return this;
  }
}
