package io.zaigang.job.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.gathering.GatheringRule;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.TestPlans;
import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.serial.IncidentCodec;
import io.zaigang.job.site.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeAreasTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final SitePlan PLAN = TestPlans.hallWithArea("cam-1");

  /** Seconds after nine in which three people stand together; the window is 10 s. */
  private static final long FROM = 20;

  private static final long TO = 60;

  @Test
  void opensGatheringOnTimeAndClosesItOnceTheyPart() throws Exception {
    try (Harness rules = live()) {
      rules.observe(samples(0, 120));
      rules.watermark(25);
      assertThat(rules.incidents()).as("6 of 10 samples").isEmpty();

      rules.watermark(26);
      Incident open = rules.incidents().get(0);
      assertThat(open.type()).isEqualTo(IncidentType.GATHERING);
      assertThat(open.areaId()).isEqualTo("staff");
      assertThat(open.windowId()).isNull();
      assertThat(open.startedAt()).isEqualTo(at(FROM));
      assertThat(open.measure()).containsEntry(GatheringRule.PERSONS, 3);

      rules.watermark(119);
      Incident closed = rules.incidents().get(1);
      assertThat(rules.incidents()).hasSize(2);
      assertThat(closed.id()).isEqualTo(open.id());
      assertThat(closed.endedAt()).isEqualTo(at(TO - 1));
    }
  }

  @Test
  void givesTheSameWhateverTheOrderOfArrivalWithinTheWatermark() throws Exception {
    List<GatheringSample> shuffled = new ArrayList<>(samples(0, 120));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(judged(shuffled)).isEqualTo(judged(samples(0, 120))).hasSize(2);
  }

  @Test
  void dropsSampleThatComesAfterTheWatermark() throws Exception {
    try (Harness rules = live()) {
      rules.observe(samples(0, 50));
      rules.watermark(49);
      List<Incident> before = rules.incidents();

      rules.observe(List.of(new GatheringSample("staff", at(30), 9)));
      rules.watermark(59);

      assertThat(rules.incidents()).isEqualTo(before).hasSize(1);
      assertThat(rules.lateSamples()).isEqualTo(1);
    }
  }

  @Test
  void goesOnFromSnapshotAsIfNothingHadHappened() throws Exception {
    List<Incident> undisturbed = judged(samples(0, 120));
    for (int cut : new int[] {1, 19, 21, 26, 27, 45, 59, 62, 70}) {
      List<Incident> both = new ArrayList<>();
      OperatorSubtaskState snapshot;
      try (Harness rules = live()) {
        rules.observe(samples(0, cut + 3));
        rules.watermark(cut);
        both.addAll(rules.incidents());
        snapshot = rules.snapshot();
      }
      try (Harness rules = Harness.restored(null, snapshot)) {
        rules.observe(samples(cut + 3, 120));
        rules.watermark(119);
        both.addAll(rules.incidents());
      }
      assertThat(both).as("cut at second %d", cut).isEqualTo(undisturbed);
    }
  }

  @Test
  void clearsStateAndTimersAtTheEndOfBoundedRun() throws Exception {
    try (Harness rules = Harness.fresh(at(50))) {
      rules.observe(samples(0, 50));
      rules.watermark(49);
      assertThat(rules.stateEntries()).isPositive();

      rules.endOfTime();

      assertThat(rules.stateEntries()).isZero();
      assertThat(rules.timers()).isZero();
      assertThat(rules.incidents()).extracting(Incident::status).containsOnly(IncidentStatus.OPEN);
    }
  }

  @Test
  void keepsNothingOfAnAreaThatHasNotBeenSeenForLong() throws Exception {
    try (Harness rules = live()) {
      rules.observe(samples(0, 50));
      rules.watermark(3600);

      assertThat(rules.stateEntries()).isZero();
      assertThat(rules.timers()).isZero();
      assertThat(rules.incidents()).extracting(Incident::status).endsWith(IncidentStatus.CLOSED);
    }
  }

  @Test
  void closesWhatGoesOnInAnAreaThatLeavesThePlan() throws Exception {
    try (Harness rules = live()) {
      rules.observe(samples(0, 50));
      rules.watermark(49);
      rules.plan(TestPlans.hall("cam-1"), 50);
      rules.observe(List.of(new GatheringSample("staff", at(50), 3)));
      rules.watermark(50);

      Incident closed = rules.incidents().get(1);
      assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
      assertThat(closed.endedAt()).isEqualTo(at(49));
      assertThat(rules.stateEntries()).isZero();
    }
  }

  private static List<Incident> judged(List<GatheringSample> samples) throws Exception {
    try (Harness rules = live()) {
      rules.observe(samples);
      rules.watermark(119);
      return rules.incidents();
    }
  }

  private static Harness live() throws Exception {
    return Harness.fresh(null);
  }

  private static List<GatheringSample> samples(long from, long to) {
    List<GatheringSample> samples = new ArrayList<>();
    for (long second = from; second < to; second++) {
      int persons = second >= FROM && second < TO ? 3 : 1;
      samples.add(new GatheringSample("staff", at(second), persons));
    }
    return samples;
  }

  private static Instant at(long second) {
    return NINE.plusSeconds(second);
  }

  /** The operator by itself, with its plan. */
  private static final class Harness implements AutoCloseable {

    private final JudgeAreas judge;
    private final KeyedBroadcastOperatorTestHarness<String, GatheringSample, PlanVersion, Incident>
        operator;

    private Harness(@Nullable Instant end) throws Exception {
      judge = new JudgeAreas(end);
      operator =
          new KeyedBroadcastOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(judge, List.of(PlanHistory.STATE)),
              GatheringSample::areaId,
              Types.STRING,
              1,
              1,
              0);
      operator.setup(new CodecSerializer<>(new IncidentCodec()));
    }

    static Harness fresh(@Nullable Instant end) throws Exception {
      Harness harness = new Harness(end);
      harness.operator.open();
      harness.plan(PLAN, 0);
      return harness;
    }

    static Harness restored(@Nullable Instant end, OperatorSubtaskState state) throws Exception {
      Harness harness = new Harness(end);
      harness.operator.initializeState(state);
      harness.operator.open();
      return harness;
    }

    void plan(SitePlan plan, long validFrom) throws Exception {
      operator.processBroadcastElement(PlanVersion.from(plan, at(validFrom)), 0);
    }

    void observe(List<GatheringSample> samples) throws Exception {
      for (GatheringSample sample : samples) {
        operator.processElement(sample, sample.at().toEpochMilli());
      }
    }

    void watermark(long second) throws Exception {
      operator.watermark(at(second).toEpochMilli());
    }

    void endOfTime() throws Exception {
      operator.watermark(Long.MAX_VALUE);
    }

    OperatorSubtaskState snapshot() throws Exception {
      return operator.snapshot(1, 1);
    }

    List<Incident> incidents() {
      return operator.extractOutputValues();
    }

    int timers() {
      return operator.numEventTimeTimers();
    }

    long lateSamples() {
      return ((JudgeAreas)
              ((CoBroadcastWithKeyedOperator<?, ?, ?, ?>) operator.getTwoInputOperator())
                  .getUserFunction())
          .lateSamples();
    }

    int stateEntries() {
      return ((HeapKeyedStateBackend<?>)
              ((CoBroadcastWithKeyedOperator<?, ?, ?, ?>) operator.getTwoInputOperator())
                  .getKeyedStateBackend())
          .numKeyValueStateEntries();
    }

    @Override
    public void close() throws Exception {
      operator.close();
    }
  }
}
