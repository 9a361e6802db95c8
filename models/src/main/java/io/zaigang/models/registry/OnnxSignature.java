package io.zaigang.models.registry;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and shapes of a network's inputs and outputs, as its ONNX file states them. */
public record OnnxSignature(List<Port> inputs, List<Port> outputs) {

  /** A dimension that the file leaves open. */
  static final long ANY = -1;

  private static final int CHANNELS = 3;
  private static final int LEAST_SIDE = 32;

  public OnnxSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** One input or output. */
  public record Port(String name, List<Long> shape) {

    public Port {
      shape = List.copyOf(shape);
    }

    /** A dimension; {@link #ANY} where it is open or there are not so many. */
    public long dimension(int index) {
      return index < shape.size() ? shape.get(index) : ANY;
    }

    @Override
    public String toString() {
      return name
          + shape.stream()
              .map(d -> d == ANY ? "?" : d.toString())
              .collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it is no ONNX model
   */
  public static OnnxSignature read(Path file) throws IOException {
    GraphProto graph;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      graph = ModelProto.parseFrom(in).getGraph();
    }
    // older files list their weights among the inputs
    Set<String> weights =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    return new OnnxSignature(
        graph.getInputList().stream()
            .filter(input -> !weights.contains(input.getName()))
            .map(OnnxSignature::port)
            .toList(),
        graph.getOutputList().stream().map(OnnxSignature::port).toList());
  }

  /** The only size of picture that the network takes; empty when it takes others too. */
  public Optional<InputSize> fixedInput() {
    return inputs.stream()
        .filter(port -> port.shape().size() == 4 && port.dimension(1) == CHANNELS)
        .filter(port -> port.dimension(2) >= LEAST_SIDE && port.dimension(3) >= LEAST_SIDE)
        .map(port -> new InputSize((int) port.dimension(3), (int) port.dimension(2)))
        .findFirst();
  }

  private static Port port(ValueInfoProto value) {
    List<Long> shape =
        value.getType().getTensorType().getShape().getDimList().stream()
            .map(OnnxSignature::dimension)
            .toList();
    return new Port(value.getName(), shape);
  }

  private static long dimension(Dimension dimension) {
    return dimension.getDimValue() > 0 ? dimension.getDimValue() : ANY;
  }
}
