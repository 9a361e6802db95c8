package io.zaigang.domain.presence;

import java.time.Duration;
import java.util.List;

/**
 * Tables and rates of {@link PresenceFilter}.
 *
 * @param cues the observations it knows, at most one of them {@link Cue.Kind#MOTION}
 * @param leaveAfter mean time someone stays
 * @param arriveAfter mean time a post stays empty
 * @param maxLogRatio most that one look counts, as a log ratio
 * @param minProbability doubt that always remains, either way
 * @param thresholds where a probability becomes a statement
 * @param movingShare a zone moves when at least this share of its pixels does
 * @param stillAfter a zone is still after so long without moving
 * @param stillHold so long someone who sits still is believed to be there
 * @param objectMargin a still thing may score so much more than it did before
 * @param forgetAfter after a longer gap between two looks nothing of before counts
 */
public record PresenceFilterSettings(
    List<Cue> cues,
    Duration leaveAfter,
    Duration arriveAfter,
    double maxLogRatio,
    double minProbability,
    PresenceThresholds thresholds,
    double movingShare,
    Duration stillAfter,
    Duration stillHold,
    double objectMargin,
    Duration forgetAfter) {

  /** Name of the cue: best score of a person in the zone among those found in the whole picture. */
  public static final String PICTURE = "picture";

  /** Name of the cue: best person score of SSDLite on the crop around the zone. */
  public static final String SSD = "ssd";

  /** Name of the cue: best person score of NanoDet on the crop around the zone. */
  public static final String NANODET = "nanodet";

  /** Name of the cue: share of the zone's pixels that changed within half a second. */
  public static final String MOTION = "motion";

  /**
   * Fitted on the development videos at two looks a second: 108 occupied seconds without a false
   * EMPTY, true EMPTY found after 1.9 to 2.9 s. {@link #PICTURE} was fitted later, on the same
   * videos (.63, .37, 0, 0, 0 of 428 looks at nobody; .31, .04, .01, 0, .65 of 506 at someone),
   * drawn towards even shares as so few videos say little of others. That nobody stays below {@code
   * movingShare} for {@code stillAfter} was seen there too; {@code stillHold} is a judgement, see
   * {@link PresenceFilter}.
   */
  public static final PresenceFilterSettings DEFAULT =
      new PresenceFilterSettings(
          List.of(
              new Cue(
                  PICTURE,
                  Cue.Kind.DETECTOR,
                  0.6,
                  List.of(.1, .2, .35, .5),
                  List.of(.62, .32, .02, .02, .02),
                  List.of(.30, .07, .05, .08, .50)),
              new Cue(
                  SSD,
                  Cue.Kind.DETECTOR,
                  0.6,
                  List.of(.1, .2, .35, .5),
                  List.of(.62, .29, .03, .03, .03),
                  List.of(.12, .14, .16, .16, .43)),
              new Cue(
                  NANODET,
                  Cue.Kind.DETECTOR,
                  0.6,
                  List.of(.1, .2, .35, .5),
                  List.of(.44, .47, .03, .03, .03),
                  List.of(.09, .14, .31, .30, .17)),
              new Cue(
                  MOTION,
                  Cue.Kind.MOTION,
                  1,
                  List.of(.003, .01, .025, .08),
                  List.of(.65, .20, .09, .03, .03),
                  List.of(.09, .09, .11, .27, .43))),
          Duration.ofSeconds(600),
          Duration.ofSeconds(120),
          3,
          0.001,
          PresenceThresholds.DEFAULT,
          0.02,
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          0.1,
          Duration.ofSeconds(30));

  public PresenceFilterSettings {
    cues = List.copyOf(cues);
    if (cues.stream().filter(cue -> cue.kind() == Cue.Kind.MOTION).count() > 1) {
      throw new IllegalArgumentException("At most one cue may be of motion");
    }
    if (leaveAfter.isNegative() || leaveAfter.isZero()) {
      throw new IllegalArgumentException("leaveAfter must be above zero, not " + leaveAfter);
    }
    if (arriveAfter.isNegative() || arriveAfter.isZero()) {
      throw new IllegalArgumentException("arriveAfter must be above zero, not " + arriveAfter);
    }
    if (!(maxLogRatio > 0) || !(minProbability > 0 && minProbability < thresholds.leave())) {
      throw new IllegalArgumentException(
          "maxLogRatio must be above 0 and minProbability between 0 and the leave threshold, not "
              + maxLogRatio
              + " and "
              + minProbability);
    }
  }
}
