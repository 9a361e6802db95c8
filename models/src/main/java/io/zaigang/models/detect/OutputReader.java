package io.zaigang.models.detect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.onnxruntime.engine.OrtNDArray;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** Copies a network's outputs into arrays, kept from inference to inference where it can be. */
public final class OutputReader {

  private final List<float[]> reused = new ArrayList<>();

  public List<Output> read(NDList arrays) {
    List<Output> outputs = new ArrayList<>(arrays.size());
    for (int i = 0; i < arrays.size(); i++) {
      NDArray array = arrays.get(i);
      float[] copy = copy(i, array);
      outputs.add(new Output(array.getName(), array.getShape().getShape(), copy));
    }
    return outputs;
  }

  private float[] copy(int index, NDArray array) {
    if (array instanceof OrtNDArray tensor && tensor.getDataType() == DataType.INT64) {
      LongBuffer whole = tensor.getTensor().getLongBuffer();
      float[] copy = room(index, whole.remaining());
      for (int i = 0; whole.hasRemaining(); i++) {
        copy[i] = whole.get();
      }
      return copy;
    }
    FloatBuffer values = floats(array);
    if (values.hasArray() && values.arrayOffset() == 0) {
      // ONNX Runtime's own copy, which nobody else has
      return values.array();
    }
    float[] copy = room(index, values.remaining());
    values.get(copy, 0, values.remaining());
    return copy;
  }

  /** Not by {@code toByteBuffer}, which takes eight times as long for floats. */
  private static FloatBuffer floats(NDArray array) {
    if (array instanceof OrtNDArray tensor && tensor.getDataType() == DataType.FLOAT32) {
      return tensor.getTensor().getFloatBuffer();
    }
    return array.toByteBuffer().asFloatBuffer();
  }

  private float[] room(int index, int size) {
    if (index == reused.size()) {
      reused.add(new float[size]);
    } else if (reused.get(index).length < size) {
      reused.set(index, new float[size]);
    }
    return reused.get(index);
  }
}
