package io.zaigang.models.convert;

import java.util.Arrays;

/**
 * A convolution's weights as ONNX wants them: output channel, input channel, height, width.
 *
 * @param depthwise whether each input channel has filters of its own
 */
@SuppressWarnings("ArrayRecordComponent") // read-only within this package; compared by no one
record Kernel(float[] weights, int[] shape, boolean depthwise) {

  /** From TensorFlow's height, width, input channel, output channel. */
  static Kernel dense(Constant weights) {
    int[] axes = {2, 3, 1, 0};
    return new Kernel(
        Axes.permute(weights.values(), weights.shape(), axes),
        Axes.permuteShape(weights.shape(), axes),
        false);
  }

  /** From TensorFlow's height, width, channel, filters of the channel. */
  static Kernel depthwise(Constant weights) {
    int[] axes = {2, 3, 0, 1};
    int[] shape = Axes.permuteShape(weights.shape(), axes);
    int[] merged = {shape[0] * shape[1], 1, shape[2], shape[3]};
    return new Kernel(Axes.permute(weights.values(), weights.shape(), axes), merged, true);
  }

  int height() {
    return shape[2];
  }

  int width() {
    return shape[3];
  }

  int groups(int inputChannels) {
    int perGroup = shape[1];
    if (inputChannels % perGroup != 0) {
      throw new ConversionException(
          "A kernel " + Arrays.toString(shape) + " does not fit " + inputChannels + " channels");
    }
    return inputChannels / perGroup;
  }
}
