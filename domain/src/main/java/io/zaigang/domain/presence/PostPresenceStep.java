package io.zaigang.domain.presence;

import java.util.List;

/**
 * What one step of {@link PostPresence} gives.
 *
 * @param changes none, one or two (blind, then something again), in time order; none lies before
 *     what {@link PostPresence#settledUntil} said last
 */
public record PostPresenceStep(PostPresenceState state, List<PresenceChange> changes) {

  public PostPresenceStep {
    changes = List.copyOf(changes);
  }
}
