package io.zaigang.domain.duty;

import java.time.Instant;

/** A window is closed with leave, {@code [from, to)}: nobody is expected there. */
public record WindowClosure(String windowId, Instant from, Instant to) {

  public WindowClosure {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Closure of " + windowId + " ends at " + to + ", not after " + from);
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
