package io.zaigang.ingest.playout;

import io.zaigang.domain.picture.BgrPicture;
import java.awt.Color;
import java.awt.Graphics2D;

/**
 * A frame number burnt into a picture as black and white squares, most significant bit first, so
 * that a decoded picture tells which one it is.
 */
public final class FrameCounterMark {

  private static final int BITS = 20;
  private static final int SQUARE_PX = 16;
  private static final int CHANNELS = 3;
  private static final int DARK_LIMIT = 128;

  private FrameCounterMark() {}

  static void draw(Graphics2D graphics, int x, int y, int number) {
    for (int bit = 0; bit < BITS; bit++) {
      boolean set = (number >> (BITS - 1 - bit) & 1) == 1;
      graphics.setColor(set ? Color.WHITE : Color.BLACK);
      graphics.fillRect(x + bit * SQUARE_PX, y, SQUARE_PX, SQUARE_PX);
    }
  }

  /** Reads the number back from a picture of the same size. */
  public static int read(BgrPicture picture, int x, int y) {
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      int column = x + bit * SQUARE_PX + SQUARE_PX / 2;
      int row = y + SQUARE_PX / 2;
      int green = picture.pixels().get(row * picture.strideBytes() + CHANNELS * column + 1) & 0xff;
      number = number << 1 | (green >= DARK_LIMIT ? 1 : 0);
    }
    return number;
  }
}
