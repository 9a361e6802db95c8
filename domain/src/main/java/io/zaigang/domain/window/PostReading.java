package io.zaigang.domain.window;

import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.presence.PresenceFilterSettings;
import java.util.List;

/**
 * What one usable picture says about one post.
 *
 * @param presence probability that someone is at it, 0 to 1
 * @param found whether a detector found someone in this very picture; else the probability rests on
 *     movement and on what was before
 */
public record PostReading(String postId, double presence, boolean found) {

  public PostReading {
    if (!(presence >= 0 && presence <= 1)) {
      throw new IllegalArgumentException(
          "Post '" + postId + "': presence is a probability from 0 to 1, not " + presence);
    }
  }

  private static final List<String> DETECTORS =
      List.of(
          PresenceFilterSettings.PICTURE,
          PresenceFilterSettings.SSD,
          PresenceFilterSettings.NANODET);

  /** From here on a score is likelier where someone is than where nobody is, by the filter. */
  private static final double FOUND_SCORE = 0.2;

  /** What the evidence of a picture comes to. */
  public static PostReading of(PostEvidence post) {
    return new PostReading(post.postId(), post.presence(), found(post));
  }

  /** Where no detector says anything, the presence itself is all there is. */
  private static boolean found(PostEvidence post) {
    List<Double> scores =
        DETECTORS.stream()
            .map(cue -> post.evidence().get(cue))
            .filter(score -> score != null)
            .toList();
    return scores.isEmpty() || scores.stream().anyMatch(score -> score >= FOUND_SCORE);
  }

  /** A reading that rests on the picture itself. */
  public PostReading(String postId, double presence) {
    this(postId, presence, true);
  }
}
