package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * The border to OpenCV: pictures and boxes in its types.
 *
 * <p>OpenCV's own threads are switched off: parallel work is one picture a task, and its pool only
 * adds CPU time to pictures this small.
 */
public final class OpenCv {

  static {
    opencv_core.setNumThreads(1);
  }

  private OpenCv() {}

  /**
   * The picture as a matrix over the same memory, valid as long as the picture; the caller closes
   * the matrix.
   */
  public static Mat over(BgrPicture picture) {
    BytePointer pixels = new BytePointer(picture.pixels());
    return new Mat(
        picture.heightPx(), picture.widthPx(), opencv_core.CV_8UC3, pixels, picture.strideBytes());
  }

  /** The whole pixels that a region touches inside a picture; empty when there are none. */
  public static Box wholePixels(Box region, int widthPx, int heightPx) {
    Box inside = region.clippedTo(widthPx, heightPx);
    double left = Math.floor(inside.x());
    double top = Math.floor(inside.y());
    return Box.ofEdges(left, top, Math.ceil(inside.right()), Math.ceil(inside.bottom()));
  }

  /** A box of whole pixels as OpenCV's rectangle; the caller closes it. */
  static Rect rect(Box wholePixels) {
    return new Rect(
        (int) wholePixels.x(),
        (int) wholePixels.y(),
        (int) wholePixels.width(),
        (int) wholePixels.height());
  }
}
