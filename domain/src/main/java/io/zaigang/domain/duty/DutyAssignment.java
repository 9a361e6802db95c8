package io.zaigang.domain.duty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone's place at a window.
 *
 * @param postId the post; null for any of the window
 * @param from first day
 * @param until last day; null where no end is known
 */
public record DutyAssignment(
    String personId,
    String windowId,
    @Nullable String postId,
    PostRole role,
    LocalDate from,
    @Nullable LocalDate until) {

  public DutyAssignment {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "Assignment of %s to %s ends on %s, before it begins on %s"
              .formatted(personId, windowId, until, from));
    }
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** Whether some day belongs to both. */
  public boolean overlaps(DutyAssignment other) {
    return (until == null || !other.from.isAfter(until))
        && (other.until == null || !from.isAfter(other.until));
  }
}
