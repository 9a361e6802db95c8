package io.zaigang.models.registry;

/**
 * Width and height of a network's input, in pixels.
 *
 * @param widthPx at least 32
 * @param heightPx at least 32
 */
public record InputSize(int widthPx, int heightPx) {

  public InputSize {
    if (widthPx < 32 || heightPx < 32 || widthPx > 4096 || heightPx > 4096) {
      throw new IllegalArgumentException(
          "An input is 32 to 4096 pixels wide and high, not " + widthPx + "×" + heightPx);
    }
  }

  @Override
  public String toString() {
    return widthPx + "×" + heightPx;
  }
}
