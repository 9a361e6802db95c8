package io.zaigang.models.condition;

import io.zaigang.models.imaging.GreyPixels;

/**
 * What one picture is worth by itself.
 *
 * @param bright level that all but its brightest twentieth is below, 0 to 255
 * @param flatShare share of its tiles without structure
 * @param sharpness fine detail in proportion to contrast; 0 for a picture of one colour
 */
record PictureQuality(int bright, double flatShare, double sharpness) {

  private static final int TILE_PX = 16;

  /** Standard deviation, in grey levels, that noise reaches by itself. */
  private static final double FLAT_DEVIATION = 3;

  private static final double BRIGHTEST = 0.05;

  /** Of a picture some 320 pixels wide. */
  static PictureQuality of(GreyPixels picture) {
    int tiles = 0;
    int flat = 0;
    double deviations = 0;
    for (int y = 0; y + TILE_PX <= picture.heightPx(); y += TILE_PX) {
      for (int x = 0; x + TILE_PX <= picture.widthPx(); x += TILE_PX) {
        double deviation = deviation(picture, x, y);
        deviations += deviation;
        flat += deviation < FLAT_DEVIATION ? 1 : 0;
        tiles++;
      }
    }
    double contrast = tiles == 0 ? 0 : deviations / tiles;
    double flatShare = tiles == 0 ? 1 : (double) flat / tiles;
    double sharpness = contrast == 0 ? 0 : detail(picture) / contrast;
    return new PictureQuality(bright(picture), flatShare, sharpness);
  }

  private static int bright(GreyPixels picture) {
    int[] histogram = new int[256];
    for (byte level : picture.levels()) {
      histogram[level & 255]++;
    }
    double left = BRIGHTEST * picture.levels().length;
    for (int level = 255; level > 0; level--) {
      left -= histogram[level];
      if (left < 0) {
        return level;
      }
    }
    return 0;
  }

  private static double deviation(GreyPixels picture, int left, int top) {
    long sum = 0;
    long squares = 0;
    for (int y = top; y < top + TILE_PX; y++) {
      for (int x = left; x < left + TILE_PX; x++) {
        int level = picture.at(x, y);
        sum += level;
        squares += (long) level * level;
      }
    }
    double count = TILE_PX * TILE_PX;
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  /** Mean difference from the mean of the pixel and its eight neighbours. */
  private static double detail(GreyPixels picture) {
    double sum = 0;
    for (int y = 1; y < picture.heightPx() - 1; y++) {
      for (int x = 1; x < picture.widthPx() - 1; x++) {
        int around = 0;
        for (int row = y - 1; row <= y + 1; row++) {
          around += picture.at(x - 1, row) + picture.at(x, row) + picture.at(x + 1, row);
        }
        sum += Math.abs(picture.at(x, y) - around / 9.0);
      }
    }
    return sum / picture.levels().length;
  }
}
