package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;

/** A picture painted by a test: rectangles of one colour on black. */
public final class PaintedPicture implements BgrPicture {

  private final int widthPx;
  private final int heightPx;
  private final int strideBytes;
  private final ByteBuffer pixels;

  /** Black, with rows of {@code strideBytes}. */
  public PaintedPicture(int widthPx, int heightPx, int strideBytes) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.strideBytes = strideBytes;
    this.pixels = ByteBuffer.allocateDirect(heightPx * strideBytes);
  }

  public PaintedPicture(int widthPx, int heightPx) {
    this(widthPx, heightPx, 3 * widthPx);
  }

  /** Fills a rectangle. */
  public void paint(int x, int y, int width, int height, int blue, int green, int red) {
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        set(column, row, blue, green, red);
      }
    }
  }

  public void set(int x, int y, int blue, int green, int red) {
    int at = y * strideBytes + 3 * x;
    pixels.put(at, (byte) blue).put(at + 1, (byte) green).put(at + 2, (byte) red);
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
  public void close() {}
}
