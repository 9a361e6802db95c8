package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.models.condition.ConditionSettings;
import io.zaigang.models.detect.DetectorSettings;

/**
 * How zones are looked at.
 *
 * @param cropFactor the crop is the zone's bounding box enlarged by this
 * @param first detector asked at every look
 * @param second detector asked where the first leaves doubt
 * @param sureEmpty at or below this probability after the first detector there is no doubt
 * @param sureStaffed at or above this probability neither
 * @param filter turns cues into a probability over time
 * @param condition when a picture cannot be used
 */
public record PostWatchSettings(
    double cropFactor,
    DetectorSettings first,
    DetectorSettings second,
    double sureEmpty,
    double sureStaffed,
    PresenceFilterSettings filter,
    ConditionSettings condition) {

  /** Scores below speak for nobody: the lowest bin of the filter's tables begins above. */
  private static final double MIN_SCORE = 0.05;

  private static final int CROP_SIDE_PX = 320;

  /** As measured in docs/accuracy.md. */
  public static final PostWatchSettings DEFAULT =
      new PostWatchSettings(
          1.5,
          DetectorSettings.DEFAULT.withScores(MIN_SCORE, 1),
          DetectorSettings.DEFAULT.withScores(MIN_SCORE, 1).withLongSide(CROP_SIDE_PX),
          0.02,
          0.9,
          PresenceFilterSettings.DEFAULT,
          ConditionSettings.DEFAULT);

  public PostWatchSettings {
    if (!(cropFactor >= 1 && cropFactor <= 4)) {
      throw new IllegalArgumentException("cropFactor is from 1 to 4, not " + cropFactor);
    }
    if (!(sureEmpty >= 0 && sureEmpty <= sureStaffed && sureStaffed <= 1)) {
      throw new IllegalArgumentException(
          "0 <= sureEmpty <= sureStaffed <= 1 is needed, not " + sureEmpty + " and " + sureStaffed);
    }
  }

  /** The same, which asks the second detector at every look: dearer, and for measuring. */
  public PostWatchSettings alwaysAskingBoth() {
    return new PostWatchSettings(cropFactor, first, second, 0, 1, filter, condition);
  }
}
