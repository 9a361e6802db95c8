package io.zaigang.domain.phone;

import java.util.Collection;

/**
 * In what share of the looks at one person a phone was in use, as far as uncertain looks can tell.
 *
 * <p>A single look is weak: at a counter a phone is small and half hidden by the hand, so counting
 * the looks above some score would find far too few, or mistake every pen for a phone. Each look
 * therefore brings its probability {@code p} of use (at even odds beforehand), which says that what
 * was seen is {@code p / (1 − p)} times as likely with a phone in use as without. The share {@code
 * u} that makes all looks together most likely maximises
 *
 * <pre>  Σ log(1 + u · (p / (1 − p) − 1))</pre>
 *
 * which is concave, so it has one maximum. Where looks are certain it is the plain share of looks;
 * where they are not, false and missed ones are allowed for. Of looks that say nothing ({@code p} =
 * ½) it says 0: doubt never counts against anyone.
 */
public final class UseShare {

  /** No single look is believed beyond this, either way: errors of one person's looks repeat. */
  public static final double CERTAINTY = 0.95;

  /** 2⁻²⁰: far finer than any threshold. */
  private static final int HALVINGS = 20;

  private UseShare() {}

  /**
   * The most likely share of looks with a phone in use.
   *
   * @param probabilities of a phone in use, one a look, each 0 to 1
   * @return 0 to 1; 0 when there are no looks
   */
  public static double mostLikely(Collection<Double> probabilities) {
    double[] excess =
        probabilities.stream().mapToDouble(UseShare::likelihoodRatio).map(r -> r - 1).toArray();
    if (!(slope(excess, 0) > 0)) {
      return 0;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(excess, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double likelihoodRatio(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A look's probability is from 0 to 1, not " + probability);
    }
    double bounded = Math.max(1 - CERTAINTY, Math.min(CERTAINTY, probability));
    return bounded / (1 - bounded);
  }

  /** Derivative of the log likelihood; falls as the share grows. */
  private static double slope(double[] excess, double share) {
    double sum = 0;
    for (double e : excess) {
      sum += e / (1 + share * e);
    }
    return sum;
  }
}
