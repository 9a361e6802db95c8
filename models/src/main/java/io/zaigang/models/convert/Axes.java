package io.zaigang.models.convert;

/**
 * Orders of axes. TensorFlow keeps channels last, ONNX first; instead of a Transpose at every
 * border, each {@link Tensor} carries where TensorFlow's dimensions are stored.
 */
final class Axes {

  private Axes() {}

  /** Dimensions stored as TensorFlow has them. */
  static int[] same(int rank) {
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i;
    }
    return axes;
  }

  /** TensorFlow's batch, height, width, channels stored as ONNX's convolutions want them. */
  static int[] channelsFirst() {
    return new int[] {0, 2, 3, 1};
  }

  /**
   * Rearranges values: dimension {@code i} of the shape given becomes dimension {@code axes[i]}.
   */
  static float[] permute(float[] values, int[] shape, int[] axes) {
    int[] sourceStrides = strides(shape);
    int[] targetStrides = strides(permuteShape(shape, axes));
    float[] permuted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int target = 0;
      for (int d = 0; d < shape.length; d++) {
        target += (i / sourceStrides[d]) % shape[d] * targetStrides[axes[d]];
      }
      permuted[target] = values[i];
    }
    return permuted;
  }

  /** The shape after {@link #permute}. */
  static int[] permuteShape(int[] shape, int[] axes) {
    int[] permuted = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      permuted[axes[i]] = shape[i];
    }
    return permuted;
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }
}
