package io.zaigang.dashboard.occupancy;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.time.Instant;
import java.util.List;

/** Where the minutes of occupancy are kept. */
interface OccupancyStore {

  /**
   * Stores minutes. Of two reports about the same minute the one with less blind time stays, else
   * the one that came last: who has seen more knows better, and an analysis done again with other
   * settings is meant.
   *
   * @return how many changed anything
   */
  int put(List<OccupancyMinute> minutes);

  /** Minutes of a window in {@code [from, to)}, in order. */
  List<OccupancyMinute> minutes(String windowId, Instant from, Instant to);
}
