package io.zaigang.domain.presence;

/**
 * What {@link PresenceFilter} remembers about one zone.
 *
 * @param presence probability that someone is at the post, 0 to 1
 */
public record PresenceFilterState(double presence) {}
