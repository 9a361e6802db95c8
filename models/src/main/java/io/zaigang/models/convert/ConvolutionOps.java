package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Convolutions, pooling and batch normalisation: all channels first. */
final class ConvolutionOps {

  /** A border this low never wins in a MaxPool, as ONNX's own padding never does. */
  private static final float NEVER_THE_LARGEST = -1e4f;

  private static final float TENSORFLOW_EPSILON = 1e-4f;

  private ConvolutionOps() {}

  static void register(Map<String, OpEmitter> emitters) {
    for (String op : List.of("Conv2D", "_FusedConv2D")) {
      emitters.put(op, (node, c) -> convolution(node, c, Kernel.dense(weights(node, c))));
    }
    for (String op : List.of("DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")) {
      emitters.put(op, (node, c) -> convolution(node, c, Kernel.depthwise(weights(node, c))));
    }
    emitters.put("MaxPool", ConvolutionOps::maxPool);
    emitters.put("FusedBatchNorm", ConvolutionOps::batchNorm);
  }

  private static Constant weights(GraphNode node, Conversion conversion) {
    return conversion.model().requireConstant(node.input(1));
  }

  private static Tensor convolution(GraphNode node, Conversion conversion, Kernel kernel) {
    Tensor x = conversion.stored(conversion.tensor(node.input(0)), Axes.channelsFirst());
    Padding pending = x.padding();
    if (pending != null && (pending.value() != 0 || !pending.isSpatial())) {
      x = conversion.applyPadding(x);
    }
    Sliding sliding = Sliding.of(node, x, kernel.height(), kernel.width());
    OnnxGraph graph = conversion.graph();
    List<String> inputs = new ArrayList<>();
    inputs.add(x.name());
    inputs.add(graph.floats(kernel.weights(), kernel.shape()));
    List<String> fused = node.strings("fused_ops");
    if (fused.contains("BiasAdd")) {
      Constant bias = conversion.model().requireConstant(node.input(2));
      inputs.add(graph.floats(bias.values(), bias.values().length));
    }
    String name =
        graph.node(
            "Conv",
            inputs,
            attribute("kernel_shape", new int[] {kernel.height(), kernel.width()}),
            attribute("strides", sliding.strides()),
            attribute("dilations", sliding.dilations()),
            attribute("pads", sliding.pads()),
            attribute("group", kernel.groups(x.stored()[1])));
    int[] size = sliding.outputSize();
    int[] stored = {x.stored()[0], kernel.shape()[0], size[0], size[1]};
    Tensor y = Tensor.of(name, stored, Axes.channelsFirst());
    for (String op : fused) {
      if (!op.equals("BiasAdd")) {
        y = ElementwiseOps.activation(op, node, y, graph);
      }
    }
    return y;
  }

  private static Tensor maxPool(GraphNode node, Conversion conversion) {
    Tensor x = conversion.stored(conversion.tensor(node.input(0)), Axes.channelsFirst());
    Padding pending = x.padding();
    if (pending != null && (pending.value() > NEVER_THE_LARGEST || !pending.isSpatial())) {
      x = conversion.applyPadding(x);
    }
    int[] kernel = node.integers("ksize");
    Sliding sliding = Sliding.of(node, x, kernel[1], kernel[2]);
    String name =
        conversion
            .graph()
            .node(
                "MaxPool",
                List.of(x.name()),
                attribute("kernel_shape", new int[] {kernel[1], kernel[2]}),
                attribute("strides", sliding.strides()),
                attribute("pads", sliding.pads()));
    int[] size = sliding.outputSize();
    int[] stored = {x.stored()[0], x.stored()[1], size[0], size[1]};
    return Tensor.of(name, stored, Axes.channelsFirst());
  }

  private static Tensor batchNorm(GraphNode node, Conversion conversion) {
    Tensor x = conversion.stored(conversion.padded(node.input(0)), Axes.channelsFirst());
    OnnxGraph graph = conversion.graph();
    List<String> inputs = new ArrayList<>();
    inputs.add(x.name());
    for (int i = 1; i <= 4; i++) {
      float[] values = conversion.model().requireConstant(node.input(i)).values();
      inputs.add(graph.floats(values, values.length));
    }
    float epsilon = node.number("epsilon", TENSORFLOW_EPSILON);
    return x.renamed(graph.node("BatchNormalization", inputs, attribute("epsilon", epsilon)));
  }
}
