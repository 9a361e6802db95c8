package io.zaigang.models.detect;

import org.jspecify.annotations.Nullable;

/**
 * How the full-picture detector is run; every default threshold of detection is here.
 *
 * @param modelId model to use; null for the one that {@code models.yaml} names as detector
 * @param longSidePx longer side of the network's input; the shorter follows the picture's shape
 * @param personScore smallest score of a person that is reported, 0 to 1
 * @param phoneScore smallest score of a phone that is reported, 0 to 1
 * @param nmsIou boxes of one class that overlap more than this are one object
 * @param maxDetections largest number of boxes reported
 * @param threads threads inside one inference; more cameras at once beat more threads
 */
public record DetectorSettings(
    @Nullable String modelId,
    int longSidePx,
    double personScore,
    double phoneScore,
    double nmsIou,
    int maxDetections,
    int threads) {

  /** As measured in docs/accuracy.md. */
  public static final DetectorSettings DEFAULT =
      new DetectorSettings(null, 416, 0.35, 0.3, 0.6, 100, 1);

  public DetectorSettings {
    requireShare("personScore", personScore);
    requireShare("phoneScore", phoneScore);
    requireShare("nmsIou", nmsIou);
    if (longSidePx < 64 || longSidePx > 4096 || longSidePx % 32 != 0) {
      throw new IllegalArgumentException(
          "longSidePx is a multiple of 32 from 64 to 4096, not " + longSidePx);
    }
    if (maxDetections < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "maxDetections and threads are at least 1, not " + maxDetections + " and " + threads);
    }
  }

  /** The same with other smallest scores. */
  public DetectorSettings withScores(double person, double phone) {
    return new DetectorSettings(modelId, longSidePx, person, phone, nmsIou, maxDetections, threads);
  }

  /** The same with another long side. */
  public DetectorSettings withLongSide(int pixels) {
    return new DetectorSettings(
        modelId, pixels, personScore, phoneScore, nmsIou, maxDetections, threads);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is from 0 to 1, not " + value);
    }
  }
}
