package io.zaigang.models.convert;

/**
 * Padding that TensorFlow applied but ONNX has not yet: the operator that follows may take it in.
 *
 * @param before per stored axis, at its start
 * @param after per stored axis, at its end
 * @param value what is filled in
 */
@SuppressWarnings("ArrayRecordComponent") // read-only within this package; compared by no one
record Padding(int[] before, int[] after, float value) {

  /** Whether only height and width of a channels-first tensor are padded. */
  boolean isSpatial() {
    return before.length == 4 && before[0] + before[1] + after[0] + after[1] == 0;
  }
}
