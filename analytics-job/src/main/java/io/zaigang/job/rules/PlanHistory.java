package io.zaigang.job.rules;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.site.PlanVersionCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * The last few site plans, as broadcast state: footage that is read late is still judged by the
 * plan of its time.
 */
public final class PlanHistory {

  /** Plans by the moment from which they are in force, in epoch milliseconds. */
  public static final MapStateDescriptor<Long, PlanVersion> STATE =
      new MapStateDescriptor<>(
          "plans", LongSerializer.INSTANCE, new CodecSerializer<>(new PlanVersionCodec()));

  private static final int KEPT = 8;

  private PlanHistory() {}

  /** Takes one up and gives back those that are dropped for it. */
  static List<PlanVersion> add(PlanVersion version, BroadcastState<Long, PlanVersion> state)
      throws Exception {
    state.put(version.validFrom().toEpochMilli(), version);
    List<PlanVersion> oldestFirst = new ArrayList<>();
    for (Map.Entry<Long, PlanVersion> entry : state.entries()) {
      oldestFirst.add(entry.getValue());
    }
    oldestFirst.sort(Comparator.comparing(PlanVersion::validFrom));
    List<PlanVersion> dropped = onlyClosedOtherwise(oldestFirst);
    oldestFirst.removeAll(dropped);
    dropped.addAll(oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT)));
    for (PlanVersion old : dropped) {
      state.remove(old.validFrom().toEpochMilli());
    }
    return dropped;
  }

  /** When windows are closed, by the newest plan there is. */
  static List<WindowClosure> closures(ReadOnlyBroadcastState<Long, PlanVersion> state)
      throws Exception {
    List<PlanVersion> newestFirst = until(Instant.MAX, state);
    return newestFirst.isEmpty() ? List.of() : newestFirst.get(0).plan().closures();
  }

  /**
   * Plans between others that differ from the one before in closures alone: those of the newest
   * count, so they say nothing, and a hall that enters many would lose its real history.
   */
  private static List<PlanVersion> onlyClosedOtherwise(List<PlanVersion> oldestFirst) {
    List<PlanVersion> found = new ArrayList<>();
    for (int i = 1; i < oldestFirst.size() - 1; i++) {
      SitePlan before = oldestFirst.get(i - 1).plan().closedAt(List.of());
      if (oldestFirst.get(i).plan().closedAt(List.of()).equals(before)) {
        found.add(oldestFirst.get(i));
      }
    }
    return found;
  }

  /** The plans in force up to an instant, newest first. */
  static List<PlanVersion> until(Instant at, ReadOnlyBroadcastState<Long, PlanVersion> state)
      throws Exception {
    List<PlanVersion> newestFirst = new ArrayList<>();
    for (Map.Entry<Long, PlanVersion> entry : state.immutableEntries()) {
      if (!entry.getValue().validFrom().isAfter(at)) {
        newestFirst.add(entry.getValue());
      }
    }
    newestFirst.sort(Comparator.comparing(PlanVersion::validFrom).reversed());
    return newestFirst;
  }
}
