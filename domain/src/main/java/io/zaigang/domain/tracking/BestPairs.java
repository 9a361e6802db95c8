package io.zaigang.domain.tracking;

import java.util.Arrays;

/**
 * Pairs rows with columns so that the costs add up to the least: the Hungarian method with
 * potentials (Kuhn 1955; Jonker and Volgenant 1987), in O(n²m).
 */
final class BestPairs {

  private static final int NONE = -1;

  private BestPairs() {}

  /**
   * The column of each row, -1 for a row without one.
   *
   * @param cost by row and column, finite; a pair that costs {@code limit} or more is not made
   */
  static int[] of(double[][] cost, double limit) {
    int rows = cost.length;
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, NONE);
    if (rows == 0 || cost[0].length == 0) {
      return columnOf;
    }
    // a column of its own for every row that is better left alone keeps the problem solvable
    int columns = cost[0].length;
    double[][] padded = new double[rows][columns + rows];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(padded[r], columns, columns + rows, limit);
      for (int c = 0; c < columns; c++) {
        padded[r][c] = Math.min(cost[r][c], limit * (rows + 1));
      }
    }
    int[] rowOf = solve(padded);
    for (int c = 0; c < columns; c++) {
      if (rowOf[c] != NONE && cost[rowOf[c]][c] < limit) {
        columnOf[rowOf[c]] = c;
      }
    }
    return columnOf;
  }

  /** The row of each column of a matrix with at least as many columns as rows. */
  private static int[] solve(double[][] cost) {
    int columns = cost[0].length;
    double[] rowPotential = new double[cost.length];
    double[] columnPotential = new double[columns];
    int[] rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < cost.length; row++) {
      augment(cost, row, rowPotential, columnPotential, rowOf);
    }
    return rowOf;
  }

  /** Finds the cheapest chain of changes that gives one more row a column, and makes them. */
  private static void augment(
      double[][] cost, int row, double[] rowPotential, double[] columnPotential, int[] rowOf) {
    int columns = columnPotential.length;
    double[] distance = new double[columns];
    int[] before = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int current = row;
    int column = NONE;
    do {
      int next = NONE;
      for (int c = 0; c < columns; c++) {
        if (!done[c]) {
          double reduced = cost[current][c] - rowPotential[current] - columnPotential[c];
          if (reduced < distance[c]) {
            distance[c] = reduced;
            before[c] = column;
          }
          if (next == NONE || distance[c] < distance[next]) {
            next = c;
          }
        }
      }
      double step = distance[next];
      rowPotential[row] += step;
      for (int c = 0; c < columns; c++) {
        if (done[c]) {
          rowPotential[rowOf[c]] += step;
          columnPotential[c] -= step;
        } else {
          distance[c] -= step;
        }
      }
      done[next] = true;
      column = next;
      current = rowOf[next];
    } while (current != NONE);
    while (column != NONE) {
      int previous = before[column];
      rowOf[column] = previous == NONE ? row : rowOf[previous];
      column = previous;
    }
  }
}
