package io.zaigang.job.rules;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.window.ServiceWindowRules;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.domain.window.WindowState;
import io.zaigang.domain.window.WindowStep;
import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of each service window in event time.
 *
 * <p>Observations wait until the watermark has passed them and are then judged in order, each
 * instant by the site plan in force then: neither the parallelism nor the order of arrival changes
 * what comes out. {@link ServiceWindowRules} decides everything; this keeps its state and wakes it.
 */
public final class JudgeServiceWindows
    extends KeyedBroadcastProcessFunction<String, WindowObservation, PlanVersion, Incident> {

  private static final long serialVersionUID = 1;

  /** Minutes of every window, complete and in order for each. */
  public static final OutputTag<OccupancyMinute> OCCUPANCY =
      new OutputTag<>("occupancy", JobTypes.OCCUPANCY);

  /** How windows are staffed: at each change and once a minute. */
  public static final OutputTag<WindowPresence> PRESENCE =
      new OutputTag<>("presence", JobTypes.PRESENCE);

  private final @Nullable Instant end;

  private transient @Nullable ValueState<WindowState> judged;
  private transient @Nullable MapState<Long, List<WindowObservation>> waiting;
  private transient @Nullable RulesByPlan rules;
  private transient @Nullable Counter late;

  /**
   * @param end where a bounded run ends; null for one without end
   */
  public JudgeServiceWindows(@Nullable Instant end) {
    this.end = end;
  }

  @Override
  public void open(OpenContext context) {
    judged =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "window", new CodecSerializer<>(new WindowStateBinary())));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting",
                    LongSerializer.INSTANCE,
                    new CodecSerializer<>(new ObservationListCodec())));
    rules = new RulesByPlan();
    late = getRuntimeContext().getMetricGroup().counter("lateObservations");
  }

  @Override
  public void processBroadcastElement(PlanVersion version, Context context, Collector<Incident> out)
      throws Exception {
    PlanHistory.add(version, context.getBroadcastState(PlanHistory.STATE))
        .forEach(opened(rules)::forget);
  }

  @Override
  public void processElement(
      WindowObservation observation, ReadOnlyContext context, Collector<Incident> out)
      throws Exception {
    long at = observation.at().toEpochMilli();
    if (at <= context.timerService().currentWatermark()) {
      if (!WindowOpening.is(observation)) {
        opened(late).inc();
      }
      return;
    }
    List<WindowObservation> sameInstant = new ArrayList<>(1);
    if (opened(waiting).contains(at)) {
      sameInstant.addAll(opened(waiting).get(at));
    }
    sameInstant.add(observation);
    opened(waiting).put(at, sameInstant);
    context.timerService().registerEventTimeTimer(at);
    if (end != null) {
      context.timerService().registerEventTimeTimer(end.toEpochMilli());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Incident> out) throws Exception {
    Instant now = Instant.ofEpochMilli(time);
    WindowState state = opened(judged).value();
    List<WindowObservation> due = takeDue(time);
    if (state == null && due.isEmpty()) {
      return;
    }
    String windowId = context.getCurrentKey();
    List<PlanVersion> plans = PlanHistory.until(now, context.getBroadcastState(PlanHistory.STATE));
    opened(rules).closedAt(PlanHistory.closures(context.getBroadcastState(PlanHistory.STATE)));
    ServiceWindowRules inForce = plans.isEmpty() ? null : opened(rules).of(windowId, plans.get(0));
    if (inForce == null) {
      retire(now, state, plans, context, out);
    } else if (now.equals(end)) {
      WindowState seen = observe(inForce, state, due, now);
      emit(inForce.finish(seen, now), inForce, context, out);
      opened(judged).clear();
    } else {
      WindowState seen = observe(inForce, state, due, now);
      WindowStep step = inForce.advance(seen, now);
      emit(step, inForce, context, out);
      opened(judged).update(step.state());
      wakeNext(inForce, step.state(), context);
    }
  }

  /** Observations that came too late to count, since this task started. */
  long lateObservations() {
    return opened(late).getCount();
  }

  private List<WindowObservation> takeDue(long time) throws Exception {
    if (!opened(waiting).contains(time)) {
      return List.of();
    }
    List<WindowObservation> due = opened(waiting).get(time);
    opened(waiting).remove(time);
    return due;
  }

  private static WindowState observe(
      ServiceWindowRules inForce,
      @Nullable WindowState state,
      List<WindowObservation> due,
      Instant now) {
    WindowState seen = state == null ? WindowState.startingAt(now) : state;
    for (WindowObservation observation : due) {
      seen = inForce.observe(seen, observation);
    }
    return seen;
  }

  private void emit(
      WindowStep step,
      ServiceWindowRules inForce,
      OnTimerContext context,
      Collector<Incident> out) {
    step.incidents().forEach(out::collect);
    step.minutes().forEach(minute -> context.output(OCCUPANCY, minute));
    step.changes()
        .forEach(change -> context.output(PRESENCE, explained(change, inForce, step.state())));
    if (step.changes().isEmpty() && !step.minutes().isEmpty()) {
      inForce
          .presence(step.state())
          .ifPresent(now -> context.output(PRESENCE, explained(now, inForce, step.state())));
    }
  }

  private static WindowPresence explained(
      WindowPresence presence, ServiceWindowRules inForce, WindowState state) {
    return presence.presence() == Presence.UNKNOWN
        ? presence.because(inForce.blindCause(state))
        : presence;
  }

  private void wakeNext(ServiceWindowRules inForce, WindowState state, OnTimerContext context) {
    if (end == null && context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return; // all time has passed, and there is always a next minute
    }
    inForce
        .nextTimer(state)
        .filter(next -> end == null || next.isBefore(end))
        .ifPresent(next -> context.timerService().registerEventTimeTimer(next.toEpochMilli()));
  }

  /** The window is not in the plan any more: settles it by the last plan that had it. */
  private void retire(
      Instant now,
      @Nullable WindowState state,
      List<PlanVersion> newestFirst,
      OnTimerContext context,
      Collector<Incident> out) {
    for (PlanVersion version : newestFirst) {
      ServiceWindowRules old = opened(rules).of(context.getCurrentKey(), version);
      if (old != null && state != null) {
        emit(old.finish(state, now), old, context, out);
        break;
      }
    }
    opened(judged).clear();
  }

  private static <T> T opened(@Nullable T opened) {
    return Objects.requireNonNull(opened, "used before it was opened");
  }
}
