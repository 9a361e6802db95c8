package io.zaigang.domain.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * 窗口停开: a window is closed with leave, {@code [from, to)}. Nobody is expected there, and the time
 * is no working time of that window.
 *
 * @param from whole milliseconds
 * @param to whole milliseconds
 */
public record WindowClosure(String windowId, Instant from, Instant to) {

  public WindowClosure {
    from = from.truncatedTo(ChronoUnit.MILLIS);
    to = to.truncatedTo(ChronoUnit.MILLIS);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Closure of " + windowId + " ends at " + to + ", not after " + from);
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
