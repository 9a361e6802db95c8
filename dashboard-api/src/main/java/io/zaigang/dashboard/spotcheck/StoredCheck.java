package io.zaigang.dashboard.spotcheck;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawn check as the database keeps it.
 *
 * @param length of the footage that was to be looked at
 * @param items as filled in; none while it is due
 */
record StoredCheck(
    String id,
    String month,
    String windowId,
    int turn,
    Instant at,
    Duration length,
    CheckState state,
    @Nullable Outcome outcome,
    List<CheckedItem> items,
    @Nullable Withdrawal withdrawal) {

  StoredCheck {
    items = List.copyOf(items);
  }

  /** Who looked, and when. */
  record Outcome(String by, Instant at, @Nullable String remark) {}

  /** Who took it back, when, and why. */
  record Withdrawal(String by, Instant at, String reason) {}

  Instant end() {
    return at.plus(length);
  }
}
