package io.zaigang.domain.phone;

/**
 * One second look at one person on post.
 *
 * @param trackId the person, by the track of the camera that looked
 * @param postId the post they were at
 * @param probability that a phone is in use, 0 to 1, at even odds beforehand
 */
public record PhoneLook(int trackId, String postId, double probability) {

  /** From this probability on a look by itself says that a phone is in use. */
  public static final double IN_USE = 0.5;

  public PhoneLook {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Track " + trackId + ": a probability is from 0 to 1, not " + probability);
    }
  }

  public boolean inUse() {
    return probability >= IN_USE;
  }
}
