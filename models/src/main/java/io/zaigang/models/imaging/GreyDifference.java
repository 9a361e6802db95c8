package io.zaigang.models.imaging;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** The absolute difference of two grey pictures. Owns native memory; reused from pair to pair. */
public final class GreyDifference implements AutoCloseable {

  private static final int LEVELS = GreyPicture.WHITE + 1;

  private final Mat difference = new Mat();
  private final Mat marks = new Mat();
  private final int[] histogram = new int[LEVELS];
  private final byte[] row = new byte[1 << 12];

  /** Takes the difference of two pictures of one size. */
  public void take(GreyPicture a, GreyPicture b) {
    opencv_core.absdiff(a.mat(), b.mat(), difference);
    count();
  }

  private void count() {
    java.util.Arrays.fill(histogram, 0);
    ByteBuffer values = difference.createBuffer();
    while (values.hasRemaining()) {
      int n = Math.min(row.length, values.remaining());
      values.get(row, 0, n);
      for (int i = 0; i < n; i++) {
        histogram[row[i] & GreyPicture.WHITE]++;
      }
    }
  }

  /** Median difference in grey levels, with fractions as if values were spread in their level. */
  public double median() {
    long half = total() / 2;
    long below = 0;
    for (int level = 0; level < LEVELS; level++) {
      if (below + histogram[level] > half) {
        double inside = (double) (half - below) / histogram[level];
        return Math.max(0, level - 0.5 + inside);
      }
      below += histogram[level];
    }
    return 0;
  }

  /** Share of all pixels that differ by more than a number of levels. */
  public double shareAbove(double levels) {
    long above = 0;
    for (int level = 0; level < LEVELS; level++) {
      above += level > levels ? histogram[level] : 0;
    }
    long total = total();
    return total == 0 ? 0 : (double) above / total;
  }

  private long total() {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    return total;
  }

  /** Marks the pixels that differ by more; valid until the next call, owned by this object. */
  public Mat marksAbove(double levels) {
    opencv_imgproc.threshold(
        difference, marks, levels, GreyPicture.WHITE, opencv_imgproc.THRESH_BINARY);
    return marks;
  }

  @Override
  public void close() {
    difference.close();
    marks.close();
  }
}
