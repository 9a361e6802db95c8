package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a zone from look to look.
 *
 * @param filter what came of all looks so far
 * @param askedAt media time when a crop detector was asked last; null: never
 */
record ZoneState(PresenceFilterState filter, @Nullable Instant askedAt) {

  static final ZoneState INITIAL = new ZoneState(PresenceFilterState.INITIAL, null);
}
