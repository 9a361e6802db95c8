package io.zaigang.models.phone;

import java.util.List;

/**
 * How the second look for a phone is taken; docs/accuracy.md tells how the defaults were chosen.
 *
 * @param views the crops to look at, each with its detector
 * @param detectorLongSidePx input of the whole-picture detector when it looks at a crop
 * @param smallestSidePx a crop is never smaller than this: below, there is nothing to see
 * @param reach how far a phone in use may be from hand, face or lap, in body scales
 * @param smallestPhone smallest longer side of a phone, in body scales
 * @param largestPhone largest longer side of a phone, in body scales
 * @param calibration from the views' mean log odds to a probability
 * @param inUse the score from which one look alone is called a phone in use
 */
public record SecondLookSettings(
    List<AimedView> views,
    int detectorLongSidePx,
    double smallestSidePx,
    double reach,
    double smallestPhone,
    double largestPhone,
    Calibration calibration,
    double inUse) {

  /** As measured in docs/accuracy.md. */
  public static final SecondLookSettings DEFAULT =
      new SecondLookSettings(
          List.of(
              new AimedView(Aim.LEFT_HAND, 0.25, Eye.DETECTOR),
              new AimedView(Aim.RIGHT_HAND, 0.25, Eye.DETECTOR),
              new AimedView(Aim.LEFT_HAND, 0.7, Eye.CROP_DETECTOR),
              new AimedView(Aim.RIGHT_HAND, 0.7, Eye.CROP_DETECTOR),
              new AimedView(Aim.FACE, 0.5, Eye.DETECTOR),
              new AimedView(Aim.UPPER_BODY, 1, Eye.CROP_DETECTOR),
              new AimedView(Aim.WHOLE_BODY, 1.1, Eye.CROP_DETECTOR)),
          224,
          48,
          0.25,
          0.02,
          0.25,
          new Calibration(-2.1, 3.5),
          0.85);

  public SecondLookSettings {
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("A second look needs at least one view");
    }
    if (!(inUse >= 0 && inUse <= 1)) {
      throw new IllegalArgumentException("inUse is from 0 to 1, not " + inUse);
    }
    if (!(smallestPhone > 0 && smallestPhone < largestPhone)) {
      throw new IllegalArgumentException(
          "A phone's sizes are over 0 and in order, not " + smallestPhone + " to " + largestPhone);
    }
    if (!(reach > 0) || !(smallestSidePx >= 1)) {
      throw new IllegalArgumentException(
          "reach and smallestSidePx are over 0, not " + reach + " and " + smallestSidePx);
    }
  }
}
