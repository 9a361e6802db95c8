package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;

/** A picture of nothing: what a network is tried on before its first real picture. */
public final class BlackPicture implements BgrPicture {

  private static final int CHANNELS = 3;

  private final int widthPx;
  private final int heightPx;
  private final ByteBuffer pixels;

  public BlackPicture(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.pixels = ByteBuffer.allocateDirect(CHANNELS * widthPx * heightPx);
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
    return pixels.duplicate().rewind();
  }

  /** Nothing to give back: the memory goes with the object. */
  @Override
  public void close() {}
}
