package io.zaigang.domain.occupancy;

import java.time.Instant;

/**
 * The part of a minute that is settled so far.
 *
 * @param minute start of the minute
 * @param personMillis posts staffed times milliseconds, over the seen time
 */
public record MinuteTally(
    Instant minute,
    long staffedMillis,
    long emptyMillis,
    long blindMillis,
    long exemptMillis,
    long personMillis) {

  /** Nothing of the minute that holds {@code at}. */
  public static MinuteTally startingAt(Instant minute) {
    return new MinuteTally(minute, 0, 0, 0, 0, 0);
  }

  long totalMillis() {
    return staffedMillis + emptyMillis + blindMillis + exemptMillis;
  }
}
