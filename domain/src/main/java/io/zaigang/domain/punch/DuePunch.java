package io.zaigang.domain.punch;

import io.zaigang.domain.calendar.WorkingPeriod;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One punch that the working calendar asks of a person: four on an ordinary day.
 *
 * @param date the day, in the hall's time zone
 * @param period the working period that the punch opens or closes
 */
public record DuePunch(
    String personId, LocalDate date, WorkingPeriod period, PunchDirection direction) {

  /** When the punch is due: the start of the period coming in, its end going out. */
  public Instant dueAt() {
    return direction == PunchDirection.IN ? period.start() : period.end();
  }
}
