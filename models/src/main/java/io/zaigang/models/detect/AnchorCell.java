package io.zaigang.models.detect;

import io.zaigang.models.registry.InputSize;

/**
 * Where an anchor is: strides 8, 16 and 32, row by row, the finest first, as NanoDet, YOLOX and
 * YOLOv8 number them.
 *
 * @param column of its cell
 * @param row of its cell
 * @param stride network pixels from cell to cell
 */
record AnchorCell(int column, int row, int stride) {

  private static final int[] STRIDES = {8, 16, 32};

  /** How many anchors an input has. */
  static int count(InputSize input) {
    int anchors = 0;
    for (int stride : STRIDES) {
      anchors += (input.widthPx() / stride) * (input.heightPx() / stride);
    }
    return anchors;
  }

  /** The cell of an anchor, from its running number. */
  static AnchorCell of(int anchor, InputSize input) {
    int rest = anchor;
    for (int stride : STRIDES) {
      int columns = input.widthPx() / stride;
      int cells = columns * (input.heightPx() / stride);
      if (rest < cells) {
        return new AnchorCell(rest % columns, rest / columns, stride);
      }
      rest -= cells;
    }
    throw new IllegalArgumentException("Anchor " + anchor + " is outside " + input);
  }

  double centerX() {
    return (column + 0.5) * stride;
  }

  double centerY() {
    return (row + 0.5) * stride;
  }
}
