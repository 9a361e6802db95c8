package io.zaigang.models.presence;

import java.time.Duration;

/**
 * When the crop detectors are asked about a zone. They cost more than all else together, and a
 * clerk whom the whole picture shows plainly needs no crop: it is enough to ask while there is
 * doubt, and now and then all the same, so that no state lasts on one detector's word.
 *
 * <p>Doubt is everything but this: the probability is sure, and the whole picture shows what it
 * says. Nobody therefore becomes present or absent without the crop detectors: between sure and
 * sure lies doubt.
 *
 * @param sureEmpty nobody is there for sure at or below this probability
 * @param sureStaffed someone is there for sure at or above this probability
 * @param nobodyBelow the whole picture shows nobody when its best score is below this
 * @param someoneFrom the whole picture shows someone when its best score is at or above this
 * @param againAfter the first crop detector is asked again after so long whatever is known
 */
public record AskingSettings(
    double sureEmpty,
    double sureStaffed,
    double nobodyBelow,
    double someoneFrom,
    Duration againAfter) {

  /** Asks about a third as often as always, with the same answers: see docs/accuracy.md. */
  public static final AskingSettings DEFAULT =
      new AskingSettings(0.02, 0.9, 0.2, 0.35, Duration.ofSeconds(10));

  /** Asks every crop detector at every look: dearer, and for measuring. */
  public static final AskingSettings ALWAYS = new AskingSettings(0, 1, 0, 1, Duration.ZERO);

  public AskingSettings {
    requireInOrder("sureEmpty", sureEmpty, "sureStaffed", sureStaffed);
    requireInOrder("nobodyBelow", nobodyBelow, "someoneFrom", someoneFrom);
    if (againAfter.isNegative()) {
      throw new IllegalArgumentException("againAfter may not be negative, not " + againAfter);
    }
  }

  private static void requireInOrder(String low, double lower, String high, double upper) {
    if (!(lower >= 0 && lower <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "0 <= %s <= %s <= 1 is needed, not %s and %s".formatted(low, high, lower, upper));
    }
  }

  /** Whether a probability speaks for itself. */
  boolean isSure(double presence) {
    return presence <= sureEmpty || presence >= sureStaffed;
  }

  /** Whether the whole picture shows what a probability says. */
  boolean isShown(double presence, double pictureScore) {
    return presence >= sureStaffed ? pictureScore >= someoneFrom : pictureScore < nobodyBelow;
  }
}
