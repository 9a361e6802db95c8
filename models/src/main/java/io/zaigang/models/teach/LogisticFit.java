package io.zaigang.models.teach;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression drawn towards weights that held before (a Gaussian prior around them), fitted
 * by Newton's method: with few examples little changes, and what the examples say nothing of stays.
 *
 * <p>A step that overshoots is halved until it betters anything: weights that are surely wrong
 * about most examples, as those held before may be at a site, would else send it back and forth.
 */
final class LogisticFit {

  private static final int MAX_STEPS = 50;

  /** A log likelihood that grows by less will not grow by more. */
  private static final double DONE = 1e-12;

  private static final double LEAST_PART = 1e-9;

  /**
   * One example.
   *
   * @param inputs without the constant
   * @param positive whether it is one of those sought
   * @param weight how much it counts
   */
  record Example(List<Double> inputs, boolean positive, double weight) {}

  private final double[] before;
  private final double[] precision;

  /**
   * @param before weights that held before, the constant's last
   * @param deviation how far each may be thought to lie from there
   */
  LogisticFit(double[] before, double[] deviation) {
    this.before = before.clone();
    this.precision = Arrays.stream(deviation).map(d -> 1 / (d * d)).toArray();
  }

  /** The most probable weights, the constant's last. */
  double[] fit(List<Example> examples) {
    double[] weights = before.clone();
    double likelihood = logLikelihood(weights, examples);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] change = newtonStep(weights, examples);
      double[] next = moved(weights, change, 1);
      double reached = logLikelihood(next, examples);
      for (double part = 0.5; reached < likelihood && part > LEAST_PART; part /= 2) {
        next = moved(weights, change, part);
        reached = logLikelihood(next, examples);
      }
      if (!(reached - likelihood > DONE)) {
        break;
      }
      weights = next;
      likelihood = reached;
    }
    return weights;
  }

  private static double[] moved(double[] weights, double[] change, double part) {
    double[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += part * change[i];
    }
    return moved;
  }

  /** Of the examples and of the weights themselves, but for a constant. */
  private double logLikelihood(double[] weights, List<Example> examples) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double off = weights[i] - before[i];
      sum -= precision[i] * off * off / 2;
    }
    for (Example example : examples) {
      double logit = logit(weights, example.inputs());
      double wrong = example.positive() ? -logit : logit;
      // log(1 + e^wrong), which must not overflow
      sum -= example.weight() * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
    }
    return sum;
  }

  private double[] newtonStep(double[] weights, List<Example> examples) {
    int n = weights.length;
    double[][] system = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      system[i][i] = precision[i];
      system[i][n] = precision[i] * (before[i] - weights[i]);
    }
    for (Example example : examples) {
      double p = 1 / (1 + Math.exp(-logit(weights, example.inputs())));
      double error = example.weight() * ((example.positive() ? 1 : 0) - p);
      double curvature = example.weight() * p * (1 - p);
      for (int i = 0; i < n; i++) {
        double x = input(example, i);
        system[i][n] += error * x;
        for (int j = 0; j < n; j++) {
          system[i][j] += curvature * x * input(example, j);
        }
      }
    }
    return solve(system);
  }

  private static double input(Example example, int index) {
    return index < example.inputs().size() ? example.inputs().get(index) : 1;
  }

  /** Log odds of an input under weights whose last is the constant. */
  static double logit(double[] weights, List<Double> inputs) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < inputs.size(); i++) {
      sum += weights[i] * inputs.get(i);
    }
    return sum;
  }

  /** Gauss's elimination; the matrix is positive definite, so no row need be exchanged. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= n; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = system[row][n];
      for (int column = row + 1; column < n; column++) {
        rest -= system[row][column] * solution[column];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }
}
