package io.zaigang.models.convert;

import org.jspecify.annotations.Nullable;

/**
 * A computed value: its name in the ONNX graph and how TensorFlow's dimensions lie in it.
 *
 * @param name ONNX name
 * @param stored its shape there, for the example input; without pending padding
 * @param axes stored axis of each TensorFlow dimension
 * @param padding padding still to be applied; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // read-only within this package; compared by no one
record Tensor(String name, int[] stored, int[] axes, @Nullable Padding padding) {

  static Tensor of(String name, int[] stored, int[] axes) {
    return new Tensor(name, stored, axes, null);
  }

  int rank() {
    return axes.length;
  }

  /** The stored axis of a TensorFlow dimension, which may be counted from the end. */
  int axis(int dimension) {
    return axes[dimension < 0 ? dimension + rank() : dimension];
  }

  /** The same values under the same layout from another operator. */
  Tensor renamed(String newName) {
    return of(newName, stored, axes);
  }
}
