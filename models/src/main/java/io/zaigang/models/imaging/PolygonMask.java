package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The pixels of a polygon in pictures of one size. Owns native memory. */
public final class PolygonMask implements AutoCloseable {

  private final Box bounds;
  private final Mat mask;
  private final int pixels;

  /**
   * @param polygon in fractions of the picture
   */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public PolygonMask(Polygon polygon, int widthPx, int heightPx) {
    Polygon scaled = polygon.scaled(widthPx, heightPx);
    bounds = OpenCv.wholePixels(scaled.bounds(), widthPx, heightPx);
    int rows = Math.max(1, (int) bounds.height());
    int columns = Math.max(1, (int) bounds.width());
    mask = new Mat(rows, columns, GreyPicture.TYPE);
    try (PointerScope scope = new PointerScope()) {
      mask.put(Scalar.all(0));
      List<Point> points = scaled.points();
      Mat corners = new Mat(points.size(), 1, opencv_core.CV_32SC2);
      var buffer = corners.<java.nio.IntBuffer>createBuffer();
      for (Point point : points) {
        buffer.put((int) Math.round(point.x() - bounds.x()));
        buffer.put((int) Math.round(point.y() - bounds.y()));
      }
      opencv_imgproc.fillPoly(mask, new MatVector(corners), Scalar.all(GreyPicture.WHITE));
      pixels = opencv_core.countNonZero(mask);
    }
  }

  /**
   * Share of the polygon's pixels that are not zero.
   *
   * @param marks one byte a pixel, of the size that this mask was made for
   */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public double shareOf(Mat marks) {
    if (pixels == 0 || bounds.area() == 0) {
      return 0;
    }
    try (PointerScope scope = new PointerScope()) {
      Mat inside = new Mat();
      opencv_core.bitwise_and(marks.apply(OpenCv.rect(bounds)), mask, inside);
      return (double) opencv_core.countNonZero(inside) / pixels;
    }
  }

  @Override
  public void close() {
    mask.close();
  }
}
