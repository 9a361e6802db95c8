package io.zaigang.domain.window;

import io.zaigang.domain.presence.Presence;
import java.time.Instant;

/**
 * How a service window is staffed, as far as it is settled.
 *
 * @param at up to when this is known to hold
 * @param seen posts with someone at them
 * @param since when this presence began, dated back to when it really did
 */
public record WindowPresence(
    String windowId, Instant at, Presence presence, int seen, Instant since) {}
