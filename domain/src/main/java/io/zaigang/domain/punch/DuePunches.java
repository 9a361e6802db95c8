package io.zaigang.domain.punch;

import io.zaigang.domain.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Finds the punches that a working day asks of a person. */
public final class DuePunches {

  private final WorkingCalendar calendar;

  public DuePunches(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** In and out of every working period of the day, in order; none on a day off. */
  public List<DuePunch> of(String personId, LocalDate date) {
    return calendar.periodsOf(date).stream()
        .flatMap(
            period ->
                Stream.of(PunchDirection.values())
                    .map(direction -> new DuePunch(personId, date, period, direction)))
        .toList();
  }
}
