package io.zaigang.domain.tracking;

import java.time.Duration;

/**
 * How {@link Tracker} links detections.
 *
 * @param sureScore detections from this score on are linked first, and may begin a track
 * @param leastScore weaker ones are ignored; those between only keep tracks alive
 * @param minOverlap least intersection over union of a prediction with a sure detection
 * @param minOverlapWeak the same with a weak detection
 * @param keepLost so long a track that is not seen waits for the person to be seen again
 * @param maxTracks most people followed at once; beyond it those unseen for longest are given up
 */
public record TrackerSettings(
    double sureScore,
    double leastScore,
    double minOverlap,
    double minOverlapWeak,
    Duration keepLost,
    int maxTracks) {

  /** For people at counters, sampled several times a second to once in two seconds. */
  public static final TrackerSettings DEFAULT =
      new TrackerSettings(0.4, 0.15, 0.2, 0.4, Duration.ofSeconds(60), 200);

  public TrackerSettings {
    if (!(leastScore >= 0 && leastScore <= sureScore && sureScore <= 1)) {
      throw new IllegalArgumentException(
          "Scores need 0 <= leastScore <= sureScore <= 1, not " + leastScore + ", " + sureScore);
    }
    if (!(minOverlap > 0 && minOverlap <= 1) || !(minOverlapWeak > 0 && minOverlapWeak <= 1)) {
      throw new IllegalArgumentException("Overlaps must be above 0 and up to 1");
    }
    if (keepLost.isNegative() || maxTracks < 1) {
      throw new IllegalArgumentException("keepLost and maxTracks must be positive");
    }
  }
}
