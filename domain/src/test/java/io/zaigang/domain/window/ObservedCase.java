package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random window with random settings and what its cameras saw in some minutes: people come and
 * go, cameras drop out, go blind, doubt and flicker; some windows are closed for a while.
 *
 * @param observations in time order, each once
 * @param end where the footage ends
 */
record ObservedCase(long seed, SitePlan plan, List<WindowObservation> observations, Instant end) {

  static ObservedCase grow(long seed) {
    return new Growth(new Random(seed)).grow(seed);
  }

  private record Growth(Random random) {

    ObservedCase grow(long seed) {
      SitePlan open = plan();
      int minutes = 1 + random.nextInt(6);
      // around the start or the end of a working period, or where two meet
      String[] starts = {"08:28:00", "08:30:00", "09:00:00", "09:08:30", "11:58:30", "12:59:00"};
      Instant from = WindowRun.at(starts[random.nextInt(starts.length)]);
      Instant end = from.plusSeconds(minutes * 60L - random.nextInt(50)).plusMillis(tick(2));
      SitePlan plan = open.closedAt(closures(from));
      List<WindowObservation> observations = new ArrayList<>();
      for (Camera camera : plan.cameras()) {
        observations.addAll(observations(plan, camera, from, end));
      }
      if (observations.isEmpty()) {
        observations.add(blind(plan.cameras().get(0), from));
      }
      observations.sort(WindowObservation.ORDER);
      return new ObservedCase(seed, plan, observations, end);
    }

    private List<WindowClosure> closures(Instant from) {
      List<WindowClosure> closures = new ArrayList<>();
      for (int i = random.nextInt(4) - 1; i > 0; i--) {
        Instant begin = from.minusSeconds(30).plusMillis(tick(400));
        Instant end = begin.plusMillis(tick(240)).plusMillis(RuleReference.TICK_MILLIS);
        closures.add(new WindowClosure(PlanFixture.WINDOW, begin, end));
      }
      return closures;
    }

    private SitePlan plan() {
      List<Camera> cameras = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        double[] rates = {0.5, 1, 2};
        cameras.add(PlanFixture.camera("c" + i, rates[random.nextInt(rates.length)]));
      }
      List<Post> posts = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        String first = cameras.get(random.nextInt(cameras.size())).id();
        boolean both = random.nextBoolean() && cameras.size() > 1;
        posts.add(both ? PlanFixture.post("p" + i, "c0", "c1") : PlanFixture.post("p" + i, first));
      }
      SitePlan plan =
          PlanFixture.plan(
              cameras,
              posts,
              1 + random.nextInt(posts.size()),
              PlanFixture.rules(
                  ticks(60), ticks(20), ticks(10), Duration.ofMillis(2500 + tick(20))));
      return random.nextBoolean()
          ? plan
          : PlanFixture.withHours(
              plan,
              new Hours(LocalTime.of(8, 30), LocalTime.of(9, 10)),
              new Hours(LocalTime.of(9, 10), LocalTime.of(12, 0)));
    }

    private List<WindowObservation> observations(
        SitePlan plan, Camera camera, Instant from, Instant end) {
      List<Post> posts =
          plan.windows().get(0).posts().stream()
              .filter(p -> p.zones().stream().anyMatch(z -> z.cameraId().equals(camera.id())))
              .toList();
      double[] level = new double[posts.size()];
      double restlessness = random.nextDouble() * 0.3;
      double dropouts = random.nextDouble() * 0.1;
      int gap = 0;
      List<WindowObservation> observations = new ArrayList<>();
      Instant at = from.plusMillis(tick(4));
      while (at.isBefore(end)) {
        gap = gap > 0 ? gap - 1 : random.nextDouble() < dropouts ? random.nextInt(30) : 0;
        if (gap == 0) {
          List<PostReading> readings = new ArrayList<>();
          for (int i = 0; i < posts.size(); i++) {
            level[i] = random.nextDouble() < restlessness ? newLevel() : level[i];
            boolean found = random.nextInt(4) > 0;
            readings.add(new PostReading(posts.get(i).id(), level[i], found));
          }
          observations.add(
              new WindowObservation(
                  PlanFixture.WINDOW, camera.id(), at, null, readings, looks(posts)));
        } else if (random.nextBoolean()) {
          observations.add(blind(camera, at));
        }
        at = at.plus(camera.samplingInterval());
        at = random.nextInt(8) == 0 ? at.plusMillis(tick(3)) : at;
      }
      return observations;
    }

    private List<PhoneLook> looks(List<Post> posts) {
      List<PhoneLook> looks = new ArrayList<>();
      for (int i = 0; i < posts.size(); i++) {
        if (random.nextInt(3) > 0) {
          looks.add(new PhoneLook(i, posts.get(i).id(), Math.sqrt(random.nextDouble())));
        }
      }
      return looks;
    }

    private double newLevel() {
      double[] levels = {0.001, 0.049, 0.05, 0.3, 0.699, 0.7, 0.999, 0.01, 0.99};
      return levels[random.nextInt(levels.length)];
    }

    private static WindowObservation blind(Camera camera, Instant at) {
      return new WindowObservation(PlanFixture.WINDOW, camera.id(), at, BlindCause.DARK, List.of());
    }

    private Duration ticks(int most) {
      return Duration.ofMillis(tick(most));
    }

    private long tick(int most) {
      return random.nextInt(most + 1) * RuleReference.TICK_MILLIS;
    }
  }
}
