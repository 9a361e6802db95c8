package io.zaigang.models.convert;

/** Writes one TensorFlow operation as ONNX. */
@FunctionalInterface
interface OpEmitter {

  /** Emits the node, asking {@link Conversion} for its inputs, and says where its value is. */
  Tensor emit(GraphNode node, Conversion conversion);
}
