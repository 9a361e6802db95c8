package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture whose pixels an OpenCV matrix owns. */
final class MatPicture implements BgrPicture {

  private final Mat mat;
  private final ByteBuffer pixels;
  private final int widthPx;
  private final int heightPx;
  private final int strideBytes;

  /** Takes the matrix over: 8-bit, three channels, blue first. */
  MatPicture(Mat mat) {
    this.mat = mat;
    this.widthPx = mat.cols();
    this.heightPx = mat.rows();
    this.strideBytes = (int) mat.step(0);
    this.pixels = mat.createBuffer();
  }

  @Override
  public int widthPx() {
    return widthPx;
  }

  @Override
  public int heightPx() {
    return heightPx;
  }

  @Override
  public int strideBytes() {
    return strideBytes;
  }

  @Override
  public ByteBuffer pixels() {
    return pixels.duplicate().rewind();
  }

  @Override
  public void close() {
    mat.close();
  }
}
