package io.zaigang.domain.occupancy;

import java.util.List;

/**
 * What one span of time gives.
 *
 * @param tally the minute begun
 * @param minutes complete minutes, in order
 */
public record MinuteStep(MinuteTally tally, List<OccupancyMinute> minutes) {

  public MinuteStep {
    minutes = List.copyOf(minutes);
  }
}
