package io.zaigang.job.rules;

import io.zaigang.domain.gathering.GatheringRule;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.gathering.GatheringState;
import io.zaigang.domain.gathering.GatheringStep;
import io.zaigang.domain.incident.Incident;
import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.serial.GatheringSampleCodec;
import io.zaigang.job.site.PlanVersion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Runs the gathering rule of each staff area in event time, as {@link JudgeServiceWindows} does for
 * windows: samples wait for the watermark and are judged in order, by the site plan of their time.
 */
public final class JudgeAreas
    extends KeyedBroadcastProcessFunction<String, GatheringSample, PlanVersion, Incident> {

  private static final long serialVersionUID = 1;

  private final @Nullable Instant end;

  private transient @Nullable ValueState<GatheringState> judged;
  private transient @Nullable MapState<Long, GatheringSample> waiting;
  private transient @Nullable GatheringRules rules;
  private transient @Nullable Counter late;

  /**
   * @param end where a bounded run ends; null for one without end
   */
  public JudgeAreas(@Nullable Instant end) {
    this.end = end;
  }

  @Override
  public void open(OpenContext context) {
    judged =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "area", new CodecSerializer<>(new GatheringStateBinary())));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting",
                    LongSerializer.INSTANCE,
                    new CodecSerializer<>(new GatheringSampleCodec())));
    rules = new GatheringRules();
    late = getRuntimeContext().getMetricGroup().counter("lateSamples");
  }

  @Override
  public void processBroadcastElement(PlanVersion version, Context context, Collector<Incident> out)
      throws Exception {
    PlanHistory.add(version, context.getBroadcastState(PlanHistory.STATE))
        .forEach(opened(rules)::forget);
  }

  @Override
  public void processElement(
      GatheringSample sample, ReadOnlyContext context, Collector<Incident> out) throws Exception {
    long at = sample.at().toEpochMilli();
    if (at <= context.timerService().currentWatermark()) {
      opened(late).inc();
      return;
    }
    opened(waiting).put(at, sample);
    context.timerService().registerEventTimeTimer(at);
    if (end != null) {
      context.timerService().registerEventTimeTimer(end.toEpochMilli());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Incident> out) throws Exception {
    GatheringState state = opened(judged).value();
    GatheringSample sample = opened(waiting).get(time);
    opened(waiting).remove(time);
    if (state == null && sample == null) {
      return;
    }
    Instant now = Instant.ofEpochMilli(time);
    String areaId = context.getCurrentKey();
    List<PlanVersion> plans = PlanHistory.until(now, context.getBroadcastState(PlanHistory.STATE));
    GatheringRule inForce = plans.isEmpty() ? null : opened(rules).of(areaId, plans.get(0));
    if (inForce == null) {
      retire(areaId, state, plans, out);
      return;
    }
    GatheringState seen = state == null ? GatheringState.INITIAL : state;
    if (sample != null) {
      seen = inForce.observe(seen, sample);
    }
    GatheringStep step = inForce.advance(seen, now);
    step.incidents().forEach(out::collect);
    Optional<Instant> next = inForce.nextTimer(step.state());
    if (now.equals(end) || next.isEmpty()) {
      opened(judged).clear();
      return;
    }
    opened(judged).update(step.state());
    if (end == null || next.get().isBefore(end)) {
      context.timerService().registerEventTimeTimer(next.get().toEpochMilli());
    }
  }

  /** Samples that came too late to count, since this task started. */
  long lateSamples() {
    return opened(late).getCount();
  }

  /** The area is not in the plan any more: closes what goes on, by the last plan that had it. */
  private void retire(
      String areaId,
      @Nullable GatheringState state,
      List<PlanVersion> newestFirst,
      Collector<Incident> out) {
    for (PlanVersion version : newestFirst) {
      GatheringRule old = opened(rules).of(areaId, version);
      if (old != null && state != null) {
        old.nextTimer(state)
            .ifPresent(lost -> old.advance(state, lost).incidents().forEach(out::collect));
        break;
      }
    }
    opened(judged).clear();
  }

  private static <T> T opened(@Nullable T opened) {
    return Objects.requireNonNull(opened, "used before it was opened");
  }
}
