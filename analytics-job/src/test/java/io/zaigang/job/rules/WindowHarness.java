package io.zaigang.job.rules;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.serial.IncidentCodec;
import io.zaigang.job.site.PlanVersion;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The operator by itself, with its plan. */
final class WindowHarness implements AutoCloseable {

  /** From here on the harness' plan is in force. */
  static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  private final KeyedBroadcastOperatorTestHarness<String, WindowObservation, PlanVersion, Incident>
      operator;

  private WindowHarness(@Nullable Instant end) throws Exception {
    operator =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new JudgeServiceWindows(end), List.of(PlanHistory.STATE)),
            WindowObservation::windowId,
            Types.STRING,
            1,
            1,
            0);
    operator.setup(new CodecSerializer<>(new IncidentCodec()));
  }

  static WindowHarness fresh(@Nullable Instant end, SitePlan plan) throws Exception {
    WindowHarness harness = new WindowHarness(end);
    harness.operator.open();
    harness.plan(plan, NINE);
    return harness;
  }

  static WindowHarness onRocksDb(SitePlan plan) throws Exception {
    WindowHarness harness = new WindowHarness(null);
    harness.operator.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.operator.open();
    harness.plan(plan, NINE);
    return harness;
  }

  static WindowHarness restored(@Nullable Instant end, OperatorSubtaskState state)
      throws Exception {
    WindowHarness harness = new WindowHarness(end);
    harness.operator.initializeState(state);
    harness.operator.open();
    return harness;
  }

  void plan(SitePlan plan, Instant validFrom) throws Exception {
    operator.processBroadcastElement(PlanVersion.from(plan, validFrom), 0);
  }

  void begin(SitePlan plan, Instant at) throws Exception {
    observe(WindowOpening.ofAll(plan, at));
  }

  void observe(List<WindowObservation> observations) throws Exception {
    for (WindowObservation observation : observations) {
      operator.processElement(observation, observation.at().toEpochMilli());
    }
  }

  void watermark(Instant at) throws Exception {
    operator.watermark(at.toEpochMilli());
  }

  int timers() {
    return operator.numEventTimeTimers();
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

  List<OccupancyMinute> minutes() {
    return side(JudgeServiceWindows.OCCUPANCY);
  }

  List<WindowPresence> presences() {
    return side(JudgeServiceWindows.PRESENCE);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    Queue<StreamRecord<T>> records = operator.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  int stateEntries() {
    return ((HeapKeyedStateBackend<?>)
            ((CoBroadcastWithKeyedOperator<?, ?, ?, ?>) operator.getTwoInputOperator())
                .getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  long lateObservations() {
    return ((CoBroadcastWithKeyedOperator<?, ?, ?, ?>) operator.getTwoInputOperator())
                .getUserFunction()
            instanceof JudgeServiceWindows judge
        ? judge.lateObservations()
        : -1;
  }

  @Override
  public void close() throws Exception {
    operator.close();
  }
}
