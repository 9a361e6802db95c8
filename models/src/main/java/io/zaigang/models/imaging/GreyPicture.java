package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.picture.LumaPlane;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
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

  /** What levels 16 to 235 are stretched by to become 0 to 255. */
  private static final double STRETCH = 255.0 / 219;

  private static final double BLACK = 16;

  private final Mat grey = new Mat();
  private final Mat scaled = new Mat();

  /**
   * Takes a picture over, scaled down so that each pixel is the mean of what it covers. Takes its
   * luma where it has one: a third of the work, and the same greys but for rounding.
   */
  public void fill(BgrPicture picture) {
    Optional<LumaPlane> luma = picture.luma();
    if (luma.isPresent()) {
      fill(luma.get(), picture.widthPx(), picture.heightPx());
    } else {
      fillFromColours(picture);
    }
  }

  @SuppressWarnings("try") // the scope closes natives made inside it
  private void fill(LumaPlane luma, int widthPx, int heightPx) {
    try (PointerScope scope = new PointerScope()) {
      BytePointer pixels = new BytePointer(luma.pixels());
      Mat plane = new Mat(heightPx, widthPx, TYPE, pixels, luma.strideBytes());
      opencv_imgproc.resize(
          plane, grey, sizeOf(widthPx, heightPx), 0, 0, opencv_imgproc.INTER_AREA);
      if (luma.range() == LumaPlane.Range.LIMITED) {
        grey.convertTo(grey, TYPE, STRETCH, -BLACK * STRETCH);
      }
    }
  }

  @SuppressWarnings("try") // the scope closes natives made inside it
  private void fillFromColours(BgrPicture picture) {
    try (PointerScope scope = new PointerScope()) {
      Size size = sizeOf(picture.widthPx(), picture.heightPx());
      Mat colours = OpenCv.over(picture);
      opencv_imgproc.resize(colours, scaled, size, 0, 0, opencv_imgproc.INTER_AREA);
      opencv_imgproc.cvtColor(scaled, grey, opencv_imgproc.COLOR_BGR2GRAY);
    }
  }

  private static Size sizeOf(int widthPx, int heightPx) {
    double scale = Math.min(1, (double) MAX_WIDTH_PX / widthPx);
    return new Size(
        (int) Math.round(widthPx * scale), Math.max(1, (int) Math.round(heightPx * scale)));
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
    scaled.close();
    grey.close();
  }
}
