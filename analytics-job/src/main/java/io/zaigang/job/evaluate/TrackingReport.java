package io.zaigang.job.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What {@code zaigang evaluate --tracking} writes.
 *
 * @param runs each sequence at each rate
 * @param models SHA-256 by model
 */
public record TrackingReport(List<Run> runs, Map<String, String> models) {

  /**
   * One sequence at one rate.
   *
   * @param onTruth the tracker given everyone's true place: its own errors alone
   * @param onDetections the tracker given what the pipeline's detector finds
   */
  public record Run(
      String sequence,
      double samplesPerSecond,
      int pictures,
      int people,
      Figures onTruth,
      Figures onDetections) {}

  /**
   * How well people were followed.
   *
   * @param mota 1 minus misses, false ones and switches over true boxes; below 0 when errors exceed
   * @param idf1 how much of the time people keep one id, 0 to 1
   * @param switches how often an id changed
   */
  public record Figures(double mota, double idf1, int switches) {}
}
