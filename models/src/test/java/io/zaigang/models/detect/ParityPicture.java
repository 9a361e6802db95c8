package io.zaigang.models.detect;

/** The picture that {@code src/test/parity/record.mjs} computes, value for value. */
final class ParityPicture {

  private ParityPicture() {}

  /** Value 0 to 255 of a colour: 0 red, 1 green, 2 blue. */
  static int value(int side, int x, int y, int colour) {
    int dx = 4 * x - 2 * side;
    int dy = 4 * y - side * (1 + colour);
    int ring = (dx * dx + dy * dy) / (8 * side) % 97;
    int check = (x / 16 + y / 16 + colour) % 2 == 0 ? 60 : 0;
    return (ring + check + 96 * y / side + 5 * colour) % 256;
  }
}
