package io.zaigang.models.phone;

import java.util.List;

/**
 * A logistic head that a site taught from its own verdicts: which views to believe there, and how
 * much. Only one whose gain on incidents it was not fitted on is more than chance can exist.
 *
 * @param views the views that the weights belong to, as {@link #describe} names them
 * @param weights one a view, on its log odds
 * @param bias added to their sum
 * @param confirmed incidents that people confirmed
 * @param dismissed incidents that people dismissed
 * @param days on how many days they were
 * @param gain by how much the log loss of an incident fell, on days the head was not fitted on
 * @param gainError standard error of the gain
 */
public record TaughtHead(
    List<String> views,
    List<Double> weights,
    double bias,
    int confirmed,
    int dismissed,
    int days,
    double gain,
    double gainError)
    implements PhoneHead {

  /** So many standard errors above nothing a gain is real. */
  public static final double REAL = 2;

  public TaughtHead {
    views = List.copyOf(views);
    weights = List.copyOf(weights);
    if (views.isEmpty() || views.size() != weights.size()) {
      throw new IllegalArgumentException(
          views.size() + " views need as many weights, not " + weights.size());
    }
    if (!Double.isFinite(bias) || weights.stream().anyMatch(w -> !Double.isFinite(w))) {
      throw new IllegalArgumentException("weights and bias are numbers");
    }
    if (!(gain > REAL * gainError) || !(gainError >= 0)) {
      throw new IllegalArgumentException(
          "its gain of %.3f ± %.3f may be chance; a real one is over %.0f errors"
              .formatted(gain, gainError, REAL));
    }
  }

  /** The views that a second look takes, as words: weights for others mean nothing. */
  public static List<String> describe(SecondLookSettings settings) {
    return settings.views().stream().map(v -> v.aim() + " " + v.size() + " " + v.eye()).toList();
  }

  @Override
  public double probability(List<Double> logOdds) {
    double sum = bias;
    for (int i = 0; i < weights.size(); i++) {
      sum += weights.get(i) * logOdds.get(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
