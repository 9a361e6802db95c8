package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.models.condition.ConditionSettings;
import io.zaigang.models.detect.DetectorSettings;

/**
 * How a camera's picture and its zones are looked at.
 *
 * @param whole detector that looks at the whole picture
 * @param personScore smallest score of a person in the whole picture that is reported
 * @param cropFactor the crop is the zone's bounding box enlarged by this
 * @param first detector asked about the crop where the whole picture leaves doubt
 * @param second detector asked where the first leaves doubt too
 * @param asking what doubt is
 * @param filter turns cues into a probability over time
 * @param condition when a picture cannot be used
 */
public record PostWatchSettings(
    DetectorSettings whole,
    double personScore,
    double cropFactor,
    DetectorSettings first,
    DetectorSettings second,
    AskingSettings asking,
    PresenceFilterSettings filter,
    ConditionSettings condition) {

  /** Scores below speak for nobody: the lowest bin of the filter's tables begins above. */
  private static final double MIN_SCORE = 0.05;

  private static final int CROP_SIDE_PX = 320;

  /** As measured in docs/accuracy.md. */
  public static final PostWatchSettings DEFAULT =
      new PostWatchSettings(
          DetectorSettings.DEFAULT.withScores(MIN_SCORE, 1),
          DetectorSettings.DEFAULT.personScore(),
          1.5,
          DetectorSettings.DEFAULT.withScores(MIN_SCORE, 1),
          DetectorSettings.DEFAULT.withScores(MIN_SCORE, 1).withLongSide(CROP_SIDE_PX),
          AskingSettings.DEFAULT,
          PresenceFilterSettings.DEFAULT,
          ConditionSettings.DEFAULT);

  public PostWatchSettings {
    if (!(cropFactor >= 1 && cropFactor <= 4)) {
      throw new IllegalArgumentException("cropFactor is from 1 to 4, not " + cropFactor);
    }
    if (!(personScore >= whole.personScore() && personScore <= 1)) {
      throw new IllegalArgumentException(
          "personScore is from %s, below which nothing is looked for, to 1, not %s"
              .formatted(whole.personScore(), personScore));
    }
  }

  /** The same, which asks both crop detectors at every look: dearer, and for measuring. */
  public PostWatchSettings alwaysAskingBoth() {
    return new PostWatchSettings(
        whole, personScore, cropFactor, first, second, AskingSettings.ALWAYS, filter, condition);
  }
}
