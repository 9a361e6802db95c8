package io.zaigang.models.phone;

import java.util.List;

/**
 * From the views' mean log odds to the probability of a phone in use, at even odds beforehand.
 *
 * @param even mean log odds at which use and no use are equally likely
 * @param steepness how fast certainty grows from there
 */
public record Calibration(double even, double steepness) implements PhoneHead {

  public Calibration {
    if (!(steepness > 0) || Double.isNaN(even)) {
      throw new IllegalArgumentException(
          "steepness is over 0 and even a number, not " + steepness + " and " + even);
    }
  }

  @Override
  public double probability(List<Double> views) {
    double mean = views.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return 1 / (1 + Math.exp(-steepness * (mean - even)));
  }
}
