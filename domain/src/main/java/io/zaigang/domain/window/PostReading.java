package io.zaigang.domain.window;

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

  /** A reading that rests on the picture itself. */
  public PostReading(String postId, double presence) {
    this(postId, presence, true);
  }
}
