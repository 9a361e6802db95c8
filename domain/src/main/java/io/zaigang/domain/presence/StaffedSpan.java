package io.zaigang.domain.presence;

import io.zaigang.domain.calendar.WorkingPeriod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settled stretch of time through which nothing changed for one service window or post.
 *
 * @param from first instant
 * @param to first instant after it
 * @param presence what held
 * @param seen posts with someone at them
 * @param period the working period that holds the whole span; null exactly when it is EXEMPT
 */
public record StaffedSpan(
    Instant from, Instant to, Presence presence, int seen, @Nullable WorkingPeriod period) {

  public StaffedSpan {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A span ends after it starts: " + from + " … " + to);
    }
    if ((period == null) != (presence == Presence.EXEMPT)) {
      throw new IllegalArgumentException("Only outside working time a span is EXEMPT");
    }
  }

  /** The same stretch of time with another presence. */
  public StaffedSpan with(Presence other) {
    return new StaffedSpan(from, to, other, seen, period);
  }

  public long millis() {
    return Duration.between(from, to).toMillis();
  }
}
