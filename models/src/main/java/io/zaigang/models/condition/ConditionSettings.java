package io.zaigang.models.condition;

import java.time.Duration;

/**
 * Limits beyond which a picture is not used.
 *
 * @param darkLevel darker than this in all but its brightest twentieth, 0 to 255: DARK
 * @param flatShare at least this share of the picture without any structure: COVERED
 * @param sharpness fine detail in proportion to contrast, below this: BLURRED
 * @param frozenAfter not a single pixel changed for so long: FROZEN
 * @param movedAfter the background has not been where it was for so long: MOVED
 * @param matchingShare the background is where it was when at least this share of its parts is
 */
public record ConditionSettings(
    int darkLevel,
    double flatShare,
    double sharpness,
    Duration frozenAfter,
    Duration movedAfter,
    double matchingShare) {

  /**
   * Measured on 722 pictures of photographs, surveillance cameras and a car: the brightest
   * twentieth of each is above 51, at most .62 of it is flat, and its sharpness is .10 or more;
   * blurred with a sigma of a hundredth of its width, .066 at most and .036 in the middle. In
   * eleven videos at least .65 of the background stays where it is, whoever walks through; with the
   * camera turned by a twentieth of the picture, at most .38 does.
   */
  public static final ConditionSettings DEFAULT =
      new ConditionSettings(32, 0.95, 0.06, Duration.ofSeconds(20), Duration.ofSeconds(10), 0.4);

  public ConditionSettings {
    if (darkLevel < 0 || darkLevel > 255) {
      throw new IllegalArgumentException("darkLevel is from 0 to 255, not " + darkLevel);
    }
    requireShare("flatShare", flatShare);
    requireShare("sharpness", sharpness);
    requireShare("matchingShare", matchingShare);
    if (frozenAfter.isNegative() || movedAfter.isNegative()) {
      throw new IllegalArgumentException("frozenAfter and movedAfter may not be negative");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is from 0 to 1, not " + value);
    }
  }
}
