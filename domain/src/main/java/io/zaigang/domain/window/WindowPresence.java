package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.presence.Presence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service window is staffed, as far as it is settled.
 *
 * @param at up to when this is known to hold
 * @param seen posts with someone at them
 * @param since when this presence began, dated back to when it really did
 * @param cause why nothing can be seen, where that was asked; null otherwise
 */
public record WindowPresence(
    String windowId,
    Instant at,
    Presence presence,
    int seen,
    Instant since,
    @Nullable BlindCause cause) {

  /** A presence without a cause. */
  public WindowPresence(String windowId, Instant at, Presence presence, int seen, Instant since) {
    this(windowId, at, presence, seen, since, null);
  }

  /** The same, with why nothing can be seen. */
  public WindowPresence because(@Nullable BlindCause why) {
    return new WindowPresence(windowId, at, presence, seen, since, why);
  }
}
