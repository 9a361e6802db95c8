package io.zaigang.domain.punch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Until when a missed punch may be asked to be made good: the Monday after it. The rule counts
 * calendar days: a Monday that is a holiday is still the deadline.
 */
public enum MakeUpDeadline {
  /** That Monday included: until 24:00. The hall's reading. */
  END_OF_MONDAY(1),
  /** That Monday excluded, for halls that read the rule strictly: until Monday 00:00. */
  START_OF_MONDAY(0);

  private final int daysAfterMondayBegins;

  MakeUpDeadline(int daysAfterMondayBegins) {
    this.daysAfterMondayBegins = daysAfterMondayBegins;
  }

  /** The first instant at which it is too late. A punch missed on a Monday has the next Monday. */
  public Instant after(LocalDate missedOn, ZoneId zone) {
    return missedOn
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .plusDays(daysAfterMondayBegins)
        .atStartOfDay(zone)
        .toInstant();
  }
}
