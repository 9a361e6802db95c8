package io.zaigang.domain.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PresenceFilter} remembers about one zone.
 *
 * @param presence probability that someone is at the post, 0 to 1
 * @param at when the last look was taken; null before the first
 * @param watchedSince since when motion has been measured without a long gap; null: it is not
 * @param motionAt when motion was measured last; null: never
 * @param movedAt when the zone last moved while watched; null: not yet
 * @param objectScore what a thing that never moves scores in this zone while nobody is there; 0:
 *     none known
 */
public record PresenceFilterState(
    double presence,
    @Nullable Instant at,
    @Nullable Instant watchedSince,
    @Nullable Instant motionAt,
    @Nullable Instant movedAt,
    double objectScore) {

  /** Nothing seen yet: as likely as not. */
  public static final PresenceFilterState INITIAL =
      new PresenceFilterState(0.5, null, null, null, null, 0);
}
