package io.zaigang.job.evaluate;

import io.zaigang.domain.presence.PresenceQuality;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code zaigang evaluate --presence} writes.
 *
 * @param videos each labelled region, in the order of the folders
 * @param all every region together
 * @param cues what each observation adds: every region together, judged on these cues alone, the
 *     second detector asked at every look
 * @param bar what is asked of every region, and which miss it
 * @param models SHA-256 by model
 */
public record PresenceReport(
    double samplesPerSecond,
    List<Video> videos,
    Figures all,
    List<OnCues> cues,
    Bar bar,
    Map<String, String> models) {

  PresenceReport with(List<OnCues> onCues) {
    return new PresenceReport(samplesPerSecond, videos, all, onCues, bar, models);
  }

  /** One video. */
  public record Video(String video, List<Region> regions) {}

  /**
   * One region.
   *
   * @param blindLooks pictures that could not be used: dark, covered, frozen and the like
   */
  public record Region(String id, String kind, int blindLooks, Figures figures) {}

  /** The same looks, judged on some cues only. */
  public record OnCues(List<String> cues, Figures figures) {}

  /**
   * What is asked: no false EMPTY for longer, EMPTY and changes found that fast and that close.
   *
   * @param outside which region misses what; none when all is met
   */
  public record Bar(
      double falseEmptySeconds,
      double toEmptySeconds,
      double boundarySeconds,
      List<String> outside) {

    static final double FALSE_EMPTY = 3;
    static final double TO_EMPTY = 3;
    static final double BOUNDARY = 2;
  }

  /** Shares of looks; null without looks. */
  public record Shares(
      int looks, @Nullable Double seen, @Nullable Double unsure, @Nullable Double notSeen) {

    static Shares of(PresenceQuality.Tally tally) {
      int looks = tally.looks();
      return new Shares(
          looks,
          share(tally.seen(), looks),
          share(tally.unsure(), looks),
          share(tally.notSeen(), looks));
    }

    private static @Nullable Double share(int part, int looks) {
      return looks == 0 ? null : rounded((double) part / looks);
    }
  }

  /** {@link PresenceQuality} in seconds; a worst of nothing is null. */
  public record Figures(
      Shares occupied,
      Shares empty,
      double longestFalseEmptySeconds,
      double longestFalsePresentSeconds,
      List<Double> secondsToEmpty,
      List<Double> secondsToPresent,
      int neverEmpty,
      int neverPresent,
      @Nullable Double worstBoundarySeconds,
      int missedBoundaries,
      int falseChanges) {

    static Figures of(PresenceQuality q) {
      return new Figures(
          Shares.of(q.occupied()),
          Shares.of(q.empty()),
          seconds(q.longestFalseEmpty()),
          seconds(q.longestFalsePresent()),
          q.toEmpty().stream().map(PresenceReport::seconds).toList(),
          q.toPresent().stream().map(PresenceReport::seconds).toList(),
          q.neverEmpty(),
          q.neverPresent(),
          longest(q.boundaries()).map(PresenceReport::seconds).orElse(null),
          q.missedBoundaries(),
          q.falseChanges());
    }

    /** The worst delay until nobody was seen any more; null where there was none. */
    @Nullable Double worstToEmpty() {
      return secondsToEmpty.stream().max(Double::compare).orElse(null);
    }

    /** The worst delay until someone was seen; null where there was none. */
    @Nullable Double worstToPresent() {
      return secondsToPresent.stream().max(Double::compare).orElse(null);
    }
  }

  static double seconds(Duration duration) {
    return rounded(duration.toMillis() / 1000.0);
  }

  static Optional<Duration> longest(List<Duration> durations) {
    return durations.stream().max(Duration::compareTo);
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
