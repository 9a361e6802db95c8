package io.zaigang.domain.occupancy;

import java.time.Instant;

/**
 * How one service window was staffed during one minute. The four kinds of seconds add up to 60.
 *
 * @param minute start of the minute
 * @param staffedSeconds at least the needed number of people on post
 * @param emptySeconds fewer
 * @param blindSeconds nobody can say: no usable picture
 * @param exemptSeconds outside working time, or the window closed
 * @param meanPersons mean number of posts with someone at them, over the seen seconds; 0 if none
 * @param phoneSeconds person-seconds of phone use on post
 */
public record OccupancyMinute(
    String windowId,
    Instant minute,
    double staffedSeconds,
    double emptySeconds,
    double blindSeconds,
    double exemptSeconds,
    double meanPersons,
    double phoneSeconds) {

  /** The same minute with its phone use. */
  public OccupancyMinute withPhoneSeconds(double seconds) {
    return new OccupancyMinute(
        windowId,
        minute,
        staffedSeconds,
        emptySeconds,
        blindSeconds,
        exemptSeconds,
        meanPersons,
        seconds);
  }
}
