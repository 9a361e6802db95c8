package io.zaigang.models.convert;

/**
 * How a kernel slides over height and width: TensorFlow's SAME and a pending padding turned into
 * explicit pads. With SAME the odd one goes to the bottom and the right.
 *
 * @param strides rows and columns
 * @param dilations rows and columns
 * @param pads top, left, bottom, right
 * @param outputSize rows and columns for the example input
 */
@SuppressWarnings("ArrayRecordComponent") // read-only within this package; compared by no one
record Sliding(int[] strides, int[] dilations, int[] pads, int[] outputSize) {

  /** For a channels-first tensor, its padding taken in. */
  static Sliding of(GraphNode node, Tensor x, int kernelHeight, int kernelWidth) {
    int[] kernel = {kernelHeight, kernelWidth};
    int[] strides = spatial(node.integers("strides"));
    int[] dilations = spatial(node.integers("dilations"));
    boolean same = node.string("padding").equals("SAME");
    int[] pads = new int[4];
    int[] size = new int[2];
    for (int i = 0; i < 2; i++) {
      int before = 0;
      int after = 0;
      Padding pending = x.padding();
      if (pending != null) {
        before = pending.before()[2 + i];
        after = pending.after()[2 + i];
      }
      int extent = x.stored()[2 + i] + before + after;
      int reach = (kernel[i] - 1) * dilations[i] + 1;
      if (same) {
        int steps = (extent + strides[i] - 1) / strides[i];
        int total = Math.max((steps - 1) * strides[i] + reach - extent, 0);
        before += total / 2;
        after += total - total / 2;
        extent += total;
      }
      pads[i] = before;
      pads[2 + i] = after;
      size[i] = (extent - reach) / strides[i] + 1;
    }
    return new Sliding(strides, dilations, pads, size);
  }

  private static int[] spatial(int[] batchHeightWidthChannels) {
    return batchHeightWidthChannels.length == 0
        ? new int[] {1, 1}
        : new int[] {batchHeightWidthChannels[1], batchHeightWidthChannels[2]};
  }
}
