package io.zaigang.domain.presence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well presence followed what a viewer saw, see {@link PresenceAccuracy}.
 *
 * @param occupied looks while someone was there
 * @param empty looks while nobody was
 * @param longestFalseEmpty longest time on end that someone there was said not to be
 * @param longestFalsePresent longest time on end that nobody was said to be someone
 * @param toEmpty after each time that nobody was there any more: how long until it was said
 * @param toPresent the same after someone came
 * @param neverEmpty empty spans that ended unnoticed
 * @param neverPresent occupied spans that ended unnoticed
 * @param boundaries how far off each labelled change was dated by the rules
 * @param missedBoundaries labelled changes that the rules did not find
 * @param falseChanges changes of the rules that no label knows
 */
public record PresenceQuality(
    Tally occupied,
    Tally empty,
    Duration longestFalseEmpty,
    Duration longestFalsePresent,
    List<Duration> toEmpty,
    List<Duration> toPresent,
    int neverEmpty,
    int neverPresent,
    List<Duration> boundaries,
    int missedBoundaries,
    int falseChanges) {

  public PresenceQuality {
    toEmpty = List.copyOf(toEmpty);
    toPresent = List.copyOf(toPresent);
    boundaries = List.copyOf(boundaries);
  }

  /** Looks by what they said. */
  public record Tally(int seen, int unsure, int notSeen) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally and(Sight sight) {
      return switch (sight) {
        case FOUND, SEEN -> new Tally(seen + 1, unsure, notSeen);
        case UNSURE -> new Tally(seen, unsure + 1, notSeen);
        case NOT_SEEN -> new Tally(seen, unsure, notSeen + 1);
      };
    }

    /** Looks altogether. */
    public int looks() {
      return seen + unsure + notSeen;
    }

    Tally and(Tally other) {
      return new Tally(seen + other.seen, unsure + other.unsure, notSeen + other.notSeen);
    }
  }

  /** Nothing measured yet. */
  public static final PresenceQuality NONE =
      new PresenceQuality(
          Tally.NONE,
          Tally.NONE,
          Duration.ZERO,
          Duration.ZERO,
          List.of(),
          List.of(),
          0,
          0,
          List.of(),
          0,
          0);

  /** Both together: sums, and the longer of the longest. */
  public PresenceQuality and(PresenceQuality other) {
    return new PresenceQuality(
        occupied.and(other.occupied),
        empty.and(other.empty),
        longer(longestFalseEmpty, other.longestFalseEmpty),
        longer(longestFalsePresent, other.longestFalsePresent),
        joined(toEmpty, other.toEmpty),
        joined(toPresent, other.toPresent),
        neverEmpty + other.neverEmpty,
        neverPresent + other.neverPresent,
        joined(boundaries, other.boundaries),
        missedBoundaries + other.missedBoundaries,
        falseChanges + other.falseChanges);
  }

  private static List<Duration> joined(List<Duration> a, List<Duration> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
