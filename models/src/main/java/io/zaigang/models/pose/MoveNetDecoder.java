package io.zaigang.models.pose;

import java.util.ArrayList;
import java.util.List;

/**
 * MoveNet's post-processing for one person, as its authors describe it: the strongest centre near
 * the person's middle, from there a first guess of every point, then the strongest answer of the
 * point's own map near that guess, moved by its offset.
 *
 * <p>All maps have the same width and height, row-major; {@code regress} and {@code offset} hold
 * for point {@code k} the rows' part in channel {@code 2k} and the columns' in {@code 2k + 1}.
 */
final class MoveNetDecoder {

  /** Keeps the weight finite at distance 0; the authors' constant. */
  private static final double NEARNESS = 1.8;

  private final int width;
  private final int height;

  MoveNetDecoder(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A point in cells of the maps. */
  record Cell(double x, double y, double score) {}

  /**
   * Decodes one person.
   *
   * @param middleX column of the person's middle, in cells
   * @param middleY row of the person's middle, in cells
   */
  List<Cell> decode(
      float[] heatmap,
      float[] center,
      float[] regress,
      float[] offset,
      double middleX,
      double middleY) {
    int plane = width * height;
    int middle = strongest(center, 0, middleX, middleY);
    List<Cell> cells = new ArrayList<>();
    for (int k = 0; k < Joint.values().length; k++) {
      int rows = 2 * k * plane;
      int columns = rows + plane;
      double guessX = middle % width + (double) regress[columns + middle];
      double guessY = middle / width + (double) regress[rows + middle];
      int best = strongest(heatmap, k * plane, guessX, guessY);
      cells.add(
          new Cell(
              best % width + (double) offset[columns + best],
              best / width + (double) offset[rows + best],
              heatmap[k * plane + best]));
    }
    return cells;
  }

  /** Index within the map of the value that is largest for its distance from a point. */
  private int strongest(float[] values, int from, double x, double y) {
    int best = 0;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < width * height; i++) {
      double value = values[from + i] / (Math.hypot(i % width - x, i / width - y) + NEARNESS);
      if (value > bestValue) {
        bestValue = value;
        best = i;
      }
    }
    return best;
  }
}
