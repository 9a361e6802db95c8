package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.time.OffsetDateTime;

/** One minute of a window; the four kinds of seconds add up to 60. */
record OccupancyView(
    String windowId,
    OffsetDateTime minute,
    double staffedSeconds,
    double emptySeconds,
    double blindSeconds,
    double exemptSeconds,
    double meanPersons,
    double phoneSeconds) {

  static OccupancyView of(OccupancyMinute minute, HallTimes times) {
    return new OccupancyView(
        minute.windowId(),
        times.at(minute.minute()),
        minute.staffedSeconds(),
        minute.emptySeconds(),
        minute.blindSeconds(),
        minute.exemptSeconds(),
        minute.meanPersons(),
        minute.phoneSeconds());
  }
}
