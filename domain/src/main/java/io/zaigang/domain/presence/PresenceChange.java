package io.zaigang.domain.presence;

import java.time.Instant;

/**
 * A post's presence from an instant on.
 *
 * @param at when the new presence really began, not when it was certain
 */
public record PresenceChange(Instant at, Presence presence) {}
