package io.zaigang.domain.presence;

import java.time.Instant;
import java.util.Map;

/** Turns the cues of successive pictures of one zone into the probability that someone is there. */
public final class PresenceFilter {

  public PresenceFilter(PresenceFilterSettings settings) {}

  /** Nothing seen yet. */
  public PresenceFilterState initial() {
    throw new UnsupportedOperationException();
  }

  /**
   * The state after one more picture.
   *
   * @param at media time of the picture, not before the last one's
   * @param cues observation by cue name ({@code ssd}, {@code nanodet}: best score of a person in
   *     the zone; {@code motion}: share of the zone's pixels that moved), each 0 to 1; absent where
   *     not asked
   */
  public PresenceFilterState update(
      PresenceFilterState state, Instant at, Map<String, Double> cues) {
    throw new UnsupportedOperationException();
  }
}
