package io.zaigang.models.imaging;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Grey pixels on the heap, row by row.
 *
 * @param widthPx pixels in a row
 * @param levels 0 to 255, as signed bytes
 */
@SuppressWarnings("ArrayRecordComponent") // pixels; compared by no one
public record GreyPixels(int widthPx, int heightPx, byte[] levels) {

  /** Scaled to a size, each pixel the mean of what it covers. */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public static GreyPixels of(GreyPicture picture, int widthPx, int heightPx) {
    byte[] levels = new byte[widthPx * heightPx];
    try (PointerScope scope = new PointerScope()) {
      Mat scaled = new Mat();
      opencv_imgproc.resize(
          picture.mat(), scaled, new Size(widthPx, heightPx), 0, 0, opencv_imgproc.INTER_AREA);
      ByteBuffer buffer = scaled.createBuffer();
      buffer.get(levels);
    }
    return new GreyPixels(widthPx, heightPx, levels);
  }

  /** Level 0 to 255 of a pixel. */
  public int at(int x, int y) {
    return levels[y * widthPx + x] & GreyPicture.WHITE;
  }
}
