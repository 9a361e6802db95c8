package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A small grey copy of a picture, smoothed: what changes and conditions are judged on. Owns its
 * memory, which is filled anew for each picture; not thread-safe.
 */
public final class GreyPicture implements AutoCloseable {

  private final double blurSigma;
  private final int maxWidthPx;
  private final Mat grey = new Mat();

  /**
   * @param maxWidthPx wider pictures are scaled down to this
   * @param blurSigma of the Gaussian that takes sensor and coding noise away, in scaled pixels
   */
  public GreyPicture(int maxWidthPx, double blurSigma) {
    this.maxWidthPx = maxWidthPx;
    this.blurSigma = blurSigma;
  }

  /** Takes another picture over. */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public void fill(BgrPicture picture) {
    double scale = Math.min(1, (double) maxWidthPx / picture.widthPx());
    int width = (int) Math.round(picture.widthPx() * scale);
    int height = Math.max(1, (int) Math.round(picture.heightPx() * scale));
    try (PointerScope scope = new PointerScope()) {
      Mat small = OpenCv.over(picture);
      if (scale < 1) {
        Mat scaled = new Mat();
        opencv_imgproc.resize(
            small, scaled, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
        small = scaled;
      }
      opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
      if (blurSigma > 0) {
        opencv_imgproc.GaussianBlur(grey, grey, new Size(0, 0), blurSigma);
      }
    }
  }

  /** One byte a pixel; owned by this object. */
  public Mat mat() {
    return grey;
  }

  public int widthPx() {
    return grey.cols();
  }

  public int heightPx() {
    return grey.rows();
  }

  /** Whether both were taken of pictures of one size. */
  public boolean sameSizeAs(GreyPicture other) {
    return !grey.empty() && widthPx() == other.widthPx() && heightPx() == other.heightPx();
  }

  /** A part of it, without copying; the caller closes it. */
  public Mat part(Box wholePixels) {
    try (var rect = OpenCv.rect(wholePixels)) {
      return grey.apply(rect);
    }
  }

  /** Whether the picture has any pixels yet. */
  public boolean isEmpty() {
    return grey.empty();
  }

  /** Largest depth of grey there is. */
  public static final int WHITE = 255;

  static final int TYPE = opencv_core.CV_8UC1;

  @Override
  public void close() {
    grey.close();
  }
}
