package io.zaigang.dashboard.circular.paper;

/** Word's unit of length, a twentieth of a point. */
final class Twips {

  private static final double PER_MM = 1440 / 25.4;
  private static final int PER_POINT = 20;

  /** A4. */
  static final int PAGE_WIDTH = 11_906;

  static final int PAGE_HEIGHT = 16_838;

  /** Between the margins. */
  static final int TEXT_WIDTH = PAGE_WIDTH - mm(28) - mm(26);

  private Twips() {}

  static int mm(int millimetres) {
    return (int) Math.round(millimetres * PER_MM);
  }

  static int points(double points) {
    return (int) Math.round(points * PER_POINT);
  }
}
