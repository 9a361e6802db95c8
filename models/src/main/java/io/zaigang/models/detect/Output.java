package io.zaigang.models.detect;

import java.util.Arrays;

/**
 * One output of a network, valid until the next inference.
 *
 * @param shape its dimensions
 * @param values row-major; may be longer than the shape holds, as it is reused
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a reused array; compared by no one
public record Output(String name, long[] shape, float[] values) {

  public int dimension(int index) {
    return Math.toIntExact(shape[index]);
  }

  public String describe() {
    return name + Arrays.toString(shape);
  }
}
