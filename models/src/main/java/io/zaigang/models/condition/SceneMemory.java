package io.zaigang.models.condition;

import io.zaigang.models.imaging.GreyPixels;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the background of a camera's picture looks like, so that a bumped or turned camera is
 * noticed: where its edges are, averaged over time so that people pass out of it.
 *
 * <p>Compared part by part: someone before the camera hides some parts, a turned camera changes
 * all. Whole numbers only, so that what is stored and read back goes on exactly alike.
 */
final class SceneMemory {

  static final int WIDTH_PX = 96;
  static final int HEIGHT_PX = 54;

  private static final int PART_WIDTH = 12;
  private static final int PART_HEIGHT = 9;

  /** Fixed point: an average moves by less than one level at a time. */
  private static final int SCALE = 32;

  /** New pictures count at least this much: light and shadow change in the course of a day. */
  private static final int MAX_COUNT = 200;

  /** A part without edges is no landmark: mean edge strength, in grey levels. */
  private static final double MIN_STRENGTH = 4;

  /** Correlation of a part's edges that is still the same part. */
  private static final double SAME_PART = 0.35;

  private static final int MIN_LANDMARKS = 6;

  private final short[] edges = new short[WIDTH_PX * HEIGHT_PX];
  private int count;

  /** How many pictures are averaged, at most {@value #MAX_COUNT}. */
  int count() {
    return count;
  }

  /**
   * Share of the landmarks that are where they were; 1 where there are too few to say.
   *
   * @param picture of {@value #WIDTH_PX} by {@value #HEIGHT_PX} pixels
   */
  double matchingShare(GreyPixels picture) {
    int[] now = edgesOf(picture);
    int landmarks = 0;
    int same = 0;
    for (int y = 0; y < HEIGHT_PX; y += PART_HEIGHT) {
      for (int x = 0; x < WIDTH_PX; x += PART_WIDTH) {
        if (strength(x, y) >= MIN_STRENGTH) {
          landmarks++;
          same += correlation(now, x, y) >= SAME_PART ? 1 : 0;
        }
      }
    }
    return landmarks < MIN_LANDMARKS ? 1 : (double) same / landmarks;
  }

  /** Takes a picture of the same scene into the average. */
  void learn(GreyPixels picture) {
    int[] now = edgesOf(picture);
    count = Math.min(MAX_COUNT, count + 1);
    for (int i = 0; i < edges.length; i++) {
      int target = now[i] * SCALE;
      int step = (target - edges[i]) / count;
      edges[i] = (short) (edges[i] + (step != 0 ? step : Integer.signum(target - edges[i])));
    }
  }

  private static int[] edgesOf(GreyPixels picture) {
    int[] edges = new int[WIDTH_PX * HEIGHT_PX];
    for (int y = 1; y < HEIGHT_PX - 1; y++) {
      for (int x = 1; x < WIDTH_PX - 1; x++) {
        int across = picture.at(x + 1, y) - picture.at(x - 1, y);
        int down = picture.at(x, y + 1) - picture.at(x, y - 1);
        edges[y * WIDTH_PX + x] = Math.abs(across) + Math.abs(down);
      }
    }
    return edges;
  }

  private double strength(int left, int top) {
    long sum = 0;
    for (int y = top; y < top + PART_HEIGHT; y++) {
      for (int x = left; x < left + PART_WIDTH; x++) {
        sum += edges[y * WIDTH_PX + x];
      }
    }
    return (double) sum / SCALE / (PART_WIDTH * PART_HEIGHT);
  }

  private double correlation(int[] now, int left, int top) {
    double n = PART_WIDTH * PART_HEIGHT;
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int y = top; y < top + PART_HEIGHT; y++) {
      for (int x = left; x < left + PART_WIDTH; x++) {
        double a = edges[y * WIDTH_PX + x];
        double b = now[y * WIDTH_PX + x];
        sumA += a;
        sumB += b;
        squaresA += a * a;
        squaresB += b * b;
        products += a * b;
      }
    }
    double spread = Math.sqrt((squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n));
    return spread <= 0 ? 0 : (products - sumA * sumB / n) / spread;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(count);
    for (short edge : edges) {
      out.writeShort(edge);
    }
  }

  void read(DataInput in) throws IOException {
    count = in.readInt();
    for (int i = 0; i < edges.length; i++) {
      edges[i] = in.readShort();
    }
  }
}
