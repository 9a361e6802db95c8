package io.zaigang.domain.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Tracker} remembers about one camera.
 *
 * @param at when the last picture was taken, of which the positions are; null before the first
 * @param nextId id of the next person that is new
 * @param persons those seen lately, by id
 */
public record TrackerState(@Nullable Instant at, int nextId, List<TrackedPerson> persons) {

  /** Nobody seen yet. */
  public static final TrackerState INITIAL = new TrackerState(null, 1, List.of());

  public TrackerState {
    persons = List.copyOf(persons);
  }
}
