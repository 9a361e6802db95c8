package io.zaigang.models.convert;

/** IEEE 754 half precision, which Java 17 cannot read by itself. */
final class Float16 {

  private static final int EXPONENT_BITS = 0x1f;
  private static final int MANTISSA_BITS = 0x3ff;

  private Float16() {}

  /** Exact: every half is a float. */
  static float toFloat(short bits) {
    int exponent = (bits >> 10) & EXPONENT_BITS;
    int mantissa = bits & MANTISSA_BITS;
    float magnitude =
        switch (exponent) {
          case 0 -> mantissa * 0x1p-24f;
          case EXPONENT_BITS -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Math.scalb(1 + mantissa / 1024f, exponent - 15);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
