package io.zaigang.ingest.footage;

import java.time.Duration;
import java.time.Instant;

/** A hole in a camera's footage: nothing was recorded, or it is no longer there. */
public record Gap(Instant from, Instant to, GapCause cause) {

  public Gap {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A gap ends after it begins, not " + from + " – " + to);
    }
  }

  public Duration duration() {
    return Duration.between(from, to);
  }
}
