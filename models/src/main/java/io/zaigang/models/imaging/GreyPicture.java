package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A small grey copy of a picture: what motion and condition are judged on. Owns its memory, which
 * is filled anew for each picture; not thread-safe.
 */
public final class GreyPicture implements AutoCloseable {

  /** Wider pictures are scaled down to this. */
  public static final int MAX_WIDTH_PX = 640;

  static final int WHITE = 255;
  static final int TYPE = opencv_core.CV_8UC1;

  private final Mat grey = new Mat();

  /** Takes a picture over, scaled down so that each pixel is the mean of what it covers. */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public void fill(BgrPicture picture) {
    double scale = Math.min(1, (double) MAX_WIDTH_PX / picture.widthPx());
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
    }
  }

  /** Takes another grey picture over, smoothed by a Gaussian. */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public void smooth(GreyPicture picture, double sigmaPx) {
    try (PointerScope scope = new PointerScope()) {
      opencv_imgproc.GaussianBlur(picture.grey, grey, new Size(0, 0), sigmaPx);
    }
  }

  public int widthPx() {
    return grey.cols();
  }

  public int heightPx() {
    return grey.rows();
  }

  /** Whether this was filled, and the other was too, at the same size. */
  public boolean sameSizeAs(GreyPicture other) {
    return !grey.empty() && widthPx() == other.widthPx() && heightPx() == other.heightPx();
  }

  /** One byte a pixel; owned by this object. */
  Mat mat() {
    return grey;
  }

  @Override
  public void close() {
    grey.close();
  }
}
