package io.zaigang.models.detect;

/**
 * A class to be reported.
 *
 * @param index as the network numbers it
 * @param minScore smallest score, 0 to 1
 */
record WantedClass(int index, String label, double minScore) {

  /** The same limit before the sigmoid. */
  float minLogit() {
    return minScore <= 0 ? Float.NEGATIVE_INFINITY : (float) -Math.log(1 / minScore - 1);
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
