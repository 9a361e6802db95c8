package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arithmetic and activations: the layout passes through. */
final class ElementwiseOps {

  private static final float TENSORFLOW_LEAKY_ALPHA = 0.2f;

  private ElementwiseOps() {}

  static void register(Map<String, OpEmitter> emitters) {
    for (String op : List.of("Add", "AddV2", "AddN", "BiasAdd")) {
      emitters.put(op, (node, conversion) -> binary("Add", node, conversion));
    }
    emitters.put("Sub", (node, conversion) -> binary("Sub", node, conversion));
    emitters.put("Mul", (node, conversion) -> binary("Mul", node, conversion));
    for (String op : List.of("Relu", "Relu6", "LeakyRelu", "Sigmoid")) {
      emitters.put(op, (node, c) -> activation(op, node, c.padded(node.input(0)), c.graph()));
    }
  }

  /** Applies an activation named as TensorFlow names it, alone or fused to a convolution. */
  static Tensor activation(String op, GraphNode node, Tensor x, OnnxGraph graph) {
    List<String> input = List.of(x.name());
    return x.renamed(
        switch (op) {
          case "Relu", "Sigmoid" -> graph.node(op, input);
          case "Relu6" -> graph.node("Clip", List.of(x.name(), graph.scalar(0), graph.scalar(6)));
          case "LeakyRelu" ->
              graph.node(
                  op, input, attribute("alpha", node.number("alpha", TENSORFLOW_LEAKY_ALPHA)));
          default -> throw new ConversionException("Activation " + op + " is not supported");
        });
  }

  private static Tensor binary(String op, GraphNode node, Conversion conversion) {
    if (node.inputs().size() != 2) {
      throw new ConversionException(
          node.op() + " '" + node.name() + "' has " + node.inputs().size() + " inputs, not 2");
    }
    Optional<Constant> left = conversion.model().constant(node.input(0));
    Optional<Constant> right = conversion.model().constant(node.input(1));
    OnnxGraph graph = conversion.graph();
    if (right.isPresent()) {
      Tensor x = conversion.padded(node.input(0));
      String constant = conversion.constantLike(right.get(), x);
      return x.renamed(graph.node(op, List.of(x.name(), constant)));
    }
    if (left.isPresent()) {
      Tensor x = conversion.padded(node.input(1));
      String constant = conversion.constantLike(left.get(), x);
      return x.renamed(graph.node(op, List.of(constant, x.name())));
    }
    Tensor x = conversion.padded(node.input(0));
    Tensor y = conversion.stored(conversion.padded(node.input(1)), x.axes());
    if (!Arrays.equals(x.stored(), y.stored())) {
      throw new ConversionException(
          op + " '" + node.name() + "' would broadcast, which is not supported");
    }
    return x.renamed(graph.node(op, List.of(x.name(), y.name())));
  }
}
