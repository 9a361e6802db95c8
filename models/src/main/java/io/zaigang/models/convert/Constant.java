package io.zaigang.models.convert;

import java.util.Arrays;

/**
 * A tensor of weights, widened to float.
 *
 * @param shape TensorFlow's dimensions
 * @param values row-major, as many as the shape holds
 */
@SuppressWarnings("ArrayRecordComponent") // read-only within this package; compared by no one
record Constant(int[] shape, float[] values) {

  Constant {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new ConversionException(
          "Shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
    }
  }

  /** The value of a whole number stored as a scalar or as one element. */
  int scalar() {
    return (int) values[0];
  }
}
