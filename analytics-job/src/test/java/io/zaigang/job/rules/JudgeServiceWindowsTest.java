package io.zaigang.job.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.domain.window.PostReading;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.TestPlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class JudgeServiceWindowsTest {

  private static final Instant NINE = WindowHarness.NINE;
  private static final SitePlan PLAN = TestPlans.hall("cam-1", "cam-2");

  /** Seconds after nine at which someone is at the post, else nobody is. */
  private static final List<long[]> STAFFED = List.of(new long[] {0, 30}, new long[] {60, 90});

  @Test
  void opensVacancyOnceGraceIsOverAndClosesItWhenSomeoneComes() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples("cam-1", 0, 120));
      rules.watermark(at(45));

      Incident open = rules.incidents().get(0);
      assertThat(rules.incidents()).hasSize(1);
      assertThat(open.status()).isEqualTo(IncidentStatus.OPEN);
      assertThat(open.startedAt()).as("between two samples").isBetween(at(29), at(30));
      assertThat(open.confirmedAt()).isEqualTo(open.startedAt().plusSeconds(10));

      rules.watermark(at(80));
      Incident closed = rules.incidents().get(1);
      assertThat(rules.incidents()).hasSize(2);
      assertThat(closed.id()).isEqualTo(open.id());
      assertThat(closed.endedAt()).isBetween(at(59), at(60));
    }
  }

  @Test
  void givesTheSameWhateverTheOrderOfArrivalWithinTheWatermark() throws Exception {
    List<Incident> inOrder = judged(samples("cam-1", 0, 120));
    List<WindowObservation> shuffled = new ArrayList<>(samples("cam-1", 0, 120));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(inOrder).isNotEmpty();
    assertThat(judged(shuffled)).isEqualTo(inOrder);
  }

  @Test
  void dropsObservationThatComesAfterTheWatermark() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples("cam-1", 0, 50));
      rules.watermark(at(49));
      List<Incident> before = rules.incidents();

      rules.observe(List.of(observation("cam-1", 35, 0.99)));
      rules.observe(samples("cam-1", 50, 60));
      rules.watermark(at(59));

      assertThat(rules.incidents()).isEqualTo(before).hasSize(1);
      assertThat(rules.lateObservations()).isEqualTo(1);
    }
  }

  @Test
  void goesOnFromSnapshotAsIfNothingHadHappened() throws Exception {
    List<Incident> undisturbed = judged(samples("cam-1", 0, 120));
    for (int cut : new int[] {1, 29, 31, 39, 41, 59, 61, 75}) {
      List<Incident> both = new ArrayList<>();
      OperatorSubtaskState snapshot;
      try (WindowHarness rules = live()) {
        rules.observe(samples("cam-1", 0, cut + 3));
        rules.watermark(at(cut));
        both.addAll(rules.incidents());
        snapshot = rules.snapshot();
      }
      try (WindowHarness rules = WindowHarness.restored(null, snapshot)) {
        rules.observe(samples("cam-1", cut + 3, 120));
        rules.watermark(at(119));
        both.addAll(rules.incidents());
      }
      assertThat(both).as("cut at second %d", cut).isEqualTo(undisturbed);
    }
  }

  @Test
  void clearsStateAndTimersAtTheEndOfBoundedRun() throws Exception {
    try (WindowHarness rules = WindowHarness.fresh(at(100), PLAN)) {
      rules.begin(PLAN, NINE);
      rules.observe(samples("cam-1", 0, 50));
      rules.watermark(at(49));
      assertThat(rules.stateEntries()).isPositive();

      rules.endOfTime();

      assertThat(rules.stateEntries()).isZero();
      assertThat(rules.timers()).isZero();
      assertThat(rules.incidents()).extracting(Incident::status).containsOnly(IncidentStatus.OPEN);
    }
  }

  @Test
  void doesNotRunOnForEverWhenUnboundedInputIsDrained() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples("cam-1", 0, 50));
      rules.endOfTime();
      assertThat(rules.timers()).isZero();
    }
  }

  @Test
  void accountsForWindowThatNoCameraShows() throws Exception {
    try (WindowHarness rules = WindowHarness.fresh(at(180), PLAN)) {
      rules.begin(PLAN, NINE);
      rules.observe(samples("cam-1", 0, 180));
      rules.endOfTime();

      List<OccupancyMinute> blind =
          rules.minutes().stream().filter(m -> m.windowId().equals("w2")).toList();
      assertThat(blind).hasSize(3);
      assertThat(blind).allMatch(m -> m.blindSeconds() == 60);
      assertThat(rules.minutes()).hasSize(6);
    }
  }

  @Test
  void tellsPresenceAtLeastOnceAMinute() throws Exception {
    try (WindowHarness rules = live()) {
      for (int second = 0; second < 300; second++) {
        rules.observe(List.of(observation("cam-1", second, 0.99)));
        rules.watermark(at(second));
      }
      List<WindowPresence> told = rules.presences();
      assertThat(told).hasSizeGreaterThanOrEqualTo(5);
      assertThat(told.get(told.size() - 1).presence()).isEqualTo(Presence.STAFFED);
      for (int i = 1; i < told.size(); i++) {
        assertThat(Duration.between(told.get(i - 1).at(), told.get(i).at()))
            .isLessThanOrEqualTo(Duration.ofSeconds(60));
      }
    }
  }

  @Test
  void judgesByTheNewPlanFromTheMomentItIsInForce() throws Exception {
    SitePlan patient = TestPlans.hall("PT5M", 1, "cam-1", "cam-2");
    try (WindowHarness rules = live()) {
      rules.plan(patient, at(35));
      rules.observe(samples("cam-1", 0, 50));
      rules.watermark(at(49));
      assertThat(rules.incidents()).as("vacant since 30, grace is 5 min since 35").isEmpty();
    }
    try (WindowHarness rules = live()) {
      rules.plan(patient, at(45));
      rules.observe(samples("cam-1", 0, 50));
      rules.watermark(at(49));
      assertThat(rules.incidents()).as("confirmed at 40, before the change").hasSize(1);
    }
  }

  @Test
  void takesUpAClosureWhileItRuns() throws Exception {
    WindowClosure closed = new WindowClosure("w1", at(35), at(200));
    try (WindowHarness rules = live()) {
      rules.observe(samples("cam-1", 0, 120));
      rules.watermark(at(33));
      rules.plan(PLAN.closedAt(List.of(closed)), at(34));
      rules.watermark(at(119));

      assertThat(rules.incidents()).as("vacant since 30, closed at 35, grace 10").isEmpty();
      assertThat(rules.minutes().get(0).exemptSeconds()).isEqualTo(25);
    }
  }

  @Test
  void judgesByTheOpenWindowAgainOnceAClosureIsTakenBack() throws Exception {
    WindowClosure closed = new WindowClosure("w1", at(0), at(200));
    WindowClosure takenBack = new WindowClosure("w1", at(0), at(35));
    try (WindowHarness rules = WindowHarness.fresh(null, PLAN.closedAt(List.of(closed)))) {
      rules.observe(samples("cam-1", 0, 120));
      rules.watermark(at(20));
      rules.plan(PLAN.closedAt(List.of(takenBack)), at(21));
      rules.watermark(at(119));

      assertThat(rules.incidents().get(0).startedAt()).isEqualTo(at(35));
    }
  }

  @Test
  void knowsOfAClosureThatWasEnteredWhileItWasAway() throws Exception {
    SitePlan closed = PLAN.closedAt(List.of(new WindowClosure("w1", at(20), at(200))));
    try (WindowHarness rules = live()) {
      rules.plan(closed, at(500));
      rules.observe(samples("cam-1", 0, 120));
      rules.watermark(at(119));

      assertThat(rules.incidents()).as("the plan of its time knew of none").isEmpty();
    }
  }

  @Test
  void keepsThePlanOfTheTimeHoweverManyClosuresAreEntered() throws Exception {
    SitePlan patient = TestPlans.hall("PT5M", 1, "cam-1", "cam-2");
    try (WindowHarness rules = live()) {
      for (int i = 1; i <= 20; i++) {
        WindowClosure other = new WindowClosure("w2", at(1000L * i), at(1000L * i + 1));
        rules.plan(patient.closedAt(List.of(other)), at(100 + i));
      }
      rules.observe(samples("cam-1", 0, 90));
      rules.watermark(at(89));

      assertThat(rules.incidents()).as("by the first plan, whose grace is 10 s").isNotEmpty();
    }
  }

  @Test
  void settlesWindowThatLeavesThePlan() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples("cam-1", 0, 20));
      rules.observe(samples("cam-2", 0, 20));
      rules.watermark(at(19));
      int states = rules.stateEntries();
      rules.plan(TestPlans.hall("cam-1"), at(25));
      rules.observe(samples("cam-1", 20, 120));
      rules.watermark(at(119));

      assertThat(rules.stateEntries()).isLessThan(states);
      assertThat(rules.minutes()).filteredOn(m -> m.windowId().equals("w2")).hasSize(1);
    }
  }

  @Test
  void keepsStateInRocksDb() throws Exception {
    List<Incident> onHeap = judged(samples("cam-1", 0, 120));
    try (WindowHarness rules = WindowHarness.onRocksDb(PLAN)) {
      rules.observe(samples("cam-1", 0, 120));
      rules.watermark(at(119));
      assertThat(rules.incidents()).isEqualTo(onHeap);
    }
  }

  private static List<Incident> judged(List<WindowObservation> observations) throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(observations);
      rules.watermark(at(119));
      return rules.incidents();
    }
  }

  private static WindowHarness live() throws Exception {
    return WindowHarness.fresh(null, PLAN);
  }

  private static List<WindowObservation> samples(String cameraId, long from, long to) {
    List<WindowObservation> samples = new ArrayList<>();
    for (long second = from; second < to; second++) {
      long now = second;
      boolean there = STAFFED.stream().anyMatch(span -> now >= span[0] && now < span[1]);
      samples.add(observation(cameraId, second, there ? 0.99 : 0.01));
    }
    return samples;
  }

  private static WindowObservation observation(String cameraId, long second, double presence) {
    String window = TestPlans.windowOf(cameraId);
    return new WindowObservation(
        window, cameraId, at(second), null, List.of(new PostReading(window + "-a", presence)));
  }

  private static Instant at(long second) {
    return NINE.plusSeconds(second);
  }
}
