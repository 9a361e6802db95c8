package io.zaigang.domain.duty;

import java.time.Duration;
import java.time.Instant;

/**
 * Someone's absence, {@code [from, to)}, as it was asked for.
 *
 * @param requestedAt when it was asked for: an absence applies forward only
 */
public record Absence(
    String id,
    String personId,
    AbsenceKind kind,
    Instant requestedAt,
    Instant from,
    Instant to,
    AbsenceState state) {

  public Absence {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Absence " + id + " of " + personId + " ends at " + to + ", not after " + from);
    }
  }

  public boolean isApproved() {
    return state == AbsenceState.APPROVED;
  }

  /** Approved, and holds the instant. */
  public boolean covers(Instant at) {
    return isApproved() && !at.isBefore(from) && at.isBefore(to);
  }

  /**
   * Approved, meets {@code [begin, end)}, and was asked for before that began: leave asked for
   * afterwards changes nothing.
   */
  public boolean countsFor(Instant begin, Instant end) {
    return isApproved() && from.isBefore(end) && to.isAfter(begin) && !requestedAt.isAfter(begin);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
