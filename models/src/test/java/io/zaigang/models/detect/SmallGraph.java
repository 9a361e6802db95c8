package io.zaigang.models.detect;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network that says the same of every picture: its outputs are constants, in the shapes and names
 * that exporters of real ones give. What it is shown decides nothing, so a test can state it all.
 */
final class SmallGraph {

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");

  /** Takes pictures of one size. */
  SmallGraph(String input, int widthPx, int heightPx) {
    graph.addInput(value(input, TensorProto.DataType.FLOAT, 1, 3, heightPx, widthPx));
  }

  /** Takes the size that boxes are scaled to as well, and scales by it: in fractions before. */
  SmallGraph scaledOutput(String name, float[] fractions, long... shape) {
    graph.addInput(value("orig_target_sizes", TensorProto.DataType.INT64, 1, 2));
    constant("fractions", fractions, shape);
    node("Cast", "sizes", "orig_target_sizes")
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(TensorProto.DataType.FLOAT.getNumber()));
    node("Concat", "edges", "sizes", "sizes")
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(1));
    node("Mul", name, "fractions", "edges");
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
    return this;
  }

  SmallGraph output(String name, float[] values, long... shape) {
    constant(name + "_values", values, shape);
    node("Identity", name, name + "_values");
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
    return this;
  }

  SmallGraph output(String name, long[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name + "_values")
            .setDataType(TensorProto.DataType.INT64.getNumber());
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    node("Identity", name, name + "_values");
    graph.addOutput(value(name, TensorProto.DataType.INT64, shape));
    return this;
  }

  Path write(Path file) {
    byte[] bytes =
        ModelProto.newBuilder()
            .setIrVersion(7)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
            .setGraph(graph)
            .build()
            .toByteArray();
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void constant(String name, float[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
  }

  private NodeProto.Builder node(String op, String output, String... inputs) {
    NodeProto.Builder node =
        graph.addNodeBuilder().setOpType(op).setName(op + "_" + output).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node;
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long dimension : shape) {
      dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
