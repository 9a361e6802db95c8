package io.zaigang.domain.calendar;

import java.time.Instant;
import java.util.stream.Stream;

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

  /** What is left of it outside {@code [from, to)}: none, one or two, in order. */
  public Stream<WorkingPeriod> without(Instant from, Instant to) {
    if (!from.isBefore(end) || !start.isBefore(to)) {
      return Stream.of(this);
    }
    Stream.Builder<WorkingPeriod> left = Stream.builder();
    if (start.isBefore(from)) {
      left.add(new WorkingPeriod(start, from, season));
    }
    if (to.isBefore(end)) {
      left.add(new WorkingPeriod(to, end, season));
    }
    return left.build();
  }
}
