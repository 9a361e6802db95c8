package io.zaigang.dashboard.circular.paper;

/** Colours of a chart's series; they differ in brightness too, for printers without colour. */
final class ChartColours {

  private static final int[] RGB = {0xB0281C, 0x1D5F8C, 0xD9A441, 0x6B7683, 0xA9C4B5};

  private ChartColours() {}

  static int of(int series) {
    return RGB[series % RGB.length];
  }

  static String css(int series) {
    return "#%06x".formatted(of(series));
  }
}
