package io.zaigang.dashboard.occupancy;

import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Occupancy of whole working periods, for whoever publishes it. */
@Component
public class OccupancyTotals {

  private final OccupancyStore store;

  OccupancyTotals(OccupancyStore store) {
    this.store = store;
  }

  /** Seconds, rounded. Exempt ones are those in which the window was closed. */
  public record Seconds(long staffed, long empty, long blind, long exempt) {}

  /**
   * Sums of a window over periods.
   *
   * @param periods in order, without overlap
   */
  public Seconds of(String windowId, List<WorkingPeriod> periods) {
    if (periods.isEmpty()) {
      return new Seconds(0, 0, 0, 0);
    }
    List<OccupancyMinute> minutes =
        store
            .minutes(windowId, periods.get(0).start(), periods.get(periods.size() - 1).end())
            .stream()
            .filter(minute -> periods.stream().anyMatch(p -> p.contains(minute.minute())))
            .toList();
    return new Seconds(
        sum(minutes, OccupancyMinute::staffedSeconds),
        sum(minutes, OccupancyMinute::emptySeconds),
        sum(minutes, OccupancyMinute::blindSeconds),
        sum(minutes, OccupancyMinute::exemptSeconds));
  }

  private static long sum(List<OccupancyMinute> minutes, ToDoubleFunction<OccupancyMinute> part) {
    return Math.round(minutes.stream().mapToDouble(part).sum());
  }
}
