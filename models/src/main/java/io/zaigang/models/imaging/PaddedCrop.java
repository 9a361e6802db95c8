package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A part of a picture as a picture of its own, black where the part reaches outside: what it was
 * aimed at stays in its middle, and at its size, at the picture's edge too.
 *
 * <p>Copies the pixels; the memory is kept from crop to crop. Not thread-safe.
 */
public final class PaddedCrop implements BgrPicture {

  private static final int CHANNELS = 3;

  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private byte[] row = new byte[0];
  private int widthPx;
  private int heightPx;

  /**
   * Shows another part, given up to whole pixels.
   *
   * @return where the crop's corner lies in the picture, and its size
   */
  public Box show(BgrPicture picture, Box region) {
    int left = (int) Math.floor(region.x());
    int top = (int) Math.floor(region.y());
    widthPx = Math.max(1, (int) Math.ceil(region.right()) - left);
    heightPx = Math.max(1, (int) Math.ceil(region.bottom()) - top);
    clear();
    copy(picture, left, top);
    return new Box(left, top, widthPx, heightPx);
  }

  private void clear() {
    int bytes = heightPx * strideBytes();
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes);
    }
    if (row.length < strideBytes()) {
      row = new byte[strideBytes()];
    }
    Arrays.fill(row, (byte) 0);
    for (int y = 0; y < heightPx; y++) {
      memory.put(y * strideBytes(), row, 0, strideBytes());
    }
  }

  private void copy(BgrPicture picture, int left, int top) {
    int from = Math.max(0, left);
    int columns = Math.min(picture.widthPx(), left + widthPx) - from;
    if (columns <= 0) {
      return;
    }
    ByteBuffer source = picture.pixels();
    int last = Math.min(picture.heightPx(), top + heightPx);
    for (int y = Math.max(0, top); y < last; y++) {
      source.get(y * picture.strideBytes() + CHANNELS * from, row, 0, CHANNELS * columns);
      memory.put((y - top) * strideBytes() + CHANNELS * (from - left), row, 0, CHANNELS * columns);
    }
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
    return CHANNELS * widthPx;
  }

  @Override
  public ByteBuffer pixels() {
    return memory.duplicate().rewind().limit(heightPx * strideBytes());
  }

  /** Nothing to give back: the memory goes with this object. */
  @Override
  public void close() {}
}
