package io.zaigang.ingest.clip;

import java.time.Instant;

/** Wall time that a clip should show, {@code [from, to]}. */
public record Stretch(Instant from, Instant to) {

  public Stretch {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A clip ends after it begins, not " + from + " – " + to);
    }
  }
}
