package io.zaigang.domain.punch;

import java.time.Instant;

/**
 * An absence (临时外出, 请假) that was approved.
 *
 * @param from begin, inclusive
 * @param to end, inclusive: a leave until 12:00 covers the punch due at 12:00
 */
public record ApprovedAbsence(String personId, Instant requestedAt, Instant from, Instant to) {

  public ApprovedAbsence {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Absence of " + personId + " ends before it begins: " + from + " – " + to);
    }
  }

  boolean covers(DuePunch punch) {
    return personId.equals(punch.personId())
        && !punch.dueAt().isBefore(from)
        && !punch.dueAt().isAfter(to);
  }

  /** Absence applies forward only: it has to be asked for before the period begins. */
  boolean wasAskedInTimeFor(DuePunch punch) {
    return requestedAt.isBefore(punch.period().start());
  }
}
