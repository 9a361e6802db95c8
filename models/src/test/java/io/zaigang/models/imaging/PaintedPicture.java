package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;
import java.util.Random;

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

  /** A room of many things: rectangles of all greys, the same for the same size. */
  public static PaintedPicture room(int widthPx, int heightPx) {
    return room(widthPx, heightPx, 0, 0);
  }

  /** The same room, seen by a camera turned to the right and down by so many pixels. */
  public static PaintedPicture room(int widthPx, int heightPx, int turnedX, int turnedY) {
    PaintedPicture picture = new PaintedPicture(widthPx, heightPx);
    picture.paint(0, 0, widthPx, heightPx, 120, 120, 120);
    Random random = new Random(1);
    for (int i = 0; i < 400; i++) {
      int x = random.nextInt(2 * widthPx) - widthPx / 2 - turnedX;
      int y = random.nextInt(2 * heightPx) - heightPx / 2 - turnedY;
      int width = widthPx / 40 + random.nextInt(widthPx / 10);
      int height = heightPx / 40 + random.nextInt(heightPx / 6);
      int level = 30 + random.nextInt(200);
      picture.paint(x, y, width, height, level, level, level);
    }
    return picture;
  }

  /** Fills the part of a rectangle that lies in the picture. */
  public void paint(int x, int y, int width, int height, int blue, int green, int red) {
    for (int row = Math.max(0, y); row < Math.min(heightPx, y + height); row++) {
      for (int column = Math.max(0, x); column < Math.min(widthPx, x + width); column++) {
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
