package io.zaigang.domain.window;

/**
 * What one usable picture says about one post.
 *
 * @param presence probability that someone is at it, 0 to 1
 */
public record PostReading(String postId, double presence) {

  public PostReading {
    if (!(presence >= 0 && presence <= 1)) {
      throw new IllegalArgumentException(
          "Post '" + postId + "': presence is a probability from 0 to 1, not " + presence);
    }
  }
}
