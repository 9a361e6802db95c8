package io.zaigang.domain.calendar;

import java.time.Instant;

/**
 * One stretch of working time on one day, such as a morning.
 *
 * @param start first instant of it
 * @param end first instant after it
 * @param season name of the season whose hours apply
 */
public record WorkingPeriod(Instant start, Instant end, String season) {

  public WorkingPeriod {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A period ends after it starts: " + start + " … " + end);
    }
  }

  public boolean contains(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
