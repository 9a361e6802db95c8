package io.zaigang.domain.presence;

import java.util.List;

/**
 * How one kind of observation of a zone speaks for or against someone being there: how often its
 * value falls into each bin when nobody is there, and when someone is.
 *
 * @param name key of the observation in the evidence of a look
 * @param kind what the value is
 * @param weight share of its log ratio that counts: cues that fail together count less than once
 * @param edges upper edges of all bins but the last, ascending; a value on an edge is above it
 * @param absent share of looks in each bin while nobody is there
 * @param present share of looks in each bin while someone is there
 */
public record Cue(
    String name,
    Kind kind,
    double weight,
    List<Double> edges,
    List<Double> absent,
    List<Double> present) {

  /** What a cue's value is. */
  public enum Kind {
    /** The best score of a person in the zone. A still object may have one for ever. */
    DETECTOR,
    /** The share of the zone's pixels that moved. */
    MOTION
  }

  public Cue {
    edges = List.copyOf(edges);
    absent = List.copyOf(absent);
    present = List.copyOf(present);
    int bins = edges.size() + 1;
    if (absent.size() != bins || present.size() != bins) {
      throw new IllegalArgumentException("Cue '" + name + "' needs shares for " + bins + " bins");
    }
    if (!edges.equals(edges.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException("Cue '" + name + "': edges must ascend, not " + edges);
    }
    checkShares(name, absent);
    checkShares(name, present);
  }

  /** Log of how much more likely the value is when someone is there, times the weight. */
  public double logRatio(double value) {
    int bin = 0;
    while (bin < edges.size() && value >= edges.get(bin)) {
      bin++;
    }
    return weight * Math.log(present.get(bin) / absent.get(bin));
  }

  private static void checkShares(String name, List<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > 0.05 || shares.stream().anyMatch(share -> share <= 0)) {
      throw new IllegalArgumentException(
          "Cue '" + name + "': shares must be above 0 and add up to 1, not " + shares);
    }
  }
}
