package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.attribute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One conversion under way: pulls in what a wanted value needs, from it back to the inputs, so that
 * pre- and post-processing that nobody asks for is left behind.
 */
final class Conversion {

  private static final Map<String, OpEmitter> EMITTERS = emitters();

  private final GraphModel model;
  private final OnnxGraph graph = new OnnxGraph();
  private final Map<String, Tensor> tensors = new HashMap<>();

  Conversion(GraphModel model) {
    this.model = model;
  }

  private static Map<String, OpEmitter> emitters() {
    Map<String, OpEmitter> emitters = new HashMap<>();
    ConvolutionOps.register(emitters);
    ElementwiseOps.register(emitters);
    ShapeOps.register(emitters);
    return emitters;
  }

  GraphModel model() {
    return model;
  }

  OnnxGraph graph() {
    return graph;
  }

  /** Makes a value of the TensorFlow graph an input of the ONNX graph: what is before is cut. */
  void input(String tensorFlowName, String name, int[] exampleShape, int[] axes, int... shape) {
    tensors.put(tensorFlowName, Tensor.of(name, exampleShape, axes));
    graph.input(name, shape);
  }

  /** The value behind an input, computed now if it was not yet; padding may be pending. */
  Tensor tensor(String input) {
    String name = GraphModel.plainName(input);
    Tensor known = tensors.get(name);
    if (known != null) {
      return known;
    }
    GraphNode node = model.node(name);
    OpEmitter emitter = EMITTERS.get(node.op());
    if (emitter == null) {
      throw new ConversionException(
          "Operation " + node.op() + " ('" + name + "') cannot be converted");
    }
    Tensor tensor = emitter.emit(node, this);
    tensors.put(name, tensor);
    return tensor;
  }

  /** The value with its padding applied. */
  Tensor padded(String input) {
    return applyPadding(tensor(input));
  }

  Tensor applyPadding(Tensor tensor) {
    Padding padding = tensor.padding();
    if (padding == null) {
      return tensor;
    }
    int rank = tensor.rank();
    long[] pads = new long[2 * rank];
    int[] stored = tensor.stored().clone();
    for (int i = 0; i < rank; i++) {
      pads[i] = padding.before()[i];
      pads[rank + i] = padding.after()[i];
      stored[i] += padding.before()[i] + padding.after()[i];
    }
    String name =
        graph.node("Pad", List.of(tensor.name(), graph.longs(pads), graph.scalar(padding.value())));
    return Tensor.of(name, stored, tensor.axes());
  }

  /** The value stored in the order wanted: a Transpose only where it is not so already. */
  Tensor stored(Tensor tensor, int[] axes) {
    if (Arrays.equals(tensor.axes(), axes)) {
      return tensor;
    }
    Tensor source = applyPadding(tensor);
    int[] permutation = new int[axes.length];
    int[] shape = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      permutation[axes[i]] = source.axes()[i];
      shape[axes[i]] = source.stored()[source.axes()[i]];
    }
    String name = graph.node("Transpose", List.of(source.name()), attribute("perm", permutation));
    return Tensor.of(name, shape, axes);
  }

  /** A constant laid out to be combined, element by element, with a tensor. */
  String constantLike(Constant constant, Tensor tensor) {
    int rank = tensor.rank();
    int[] shape = new int[rank];
    Arrays.fill(shape, 1);
    int offset = rank - constant.shape().length;
    for (int i = 0; i < constant.shape().length; i++) {
      int extent = tensor.stored()[tensor.axes()[offset + i]];
      if (constant.shape()[i] != 1 && constant.shape()[i] != extent) {
        throw new ConversionException(
            "A constant " + Arrays.toString(constant.shape()) + " does not fit " + tensor.name());
      }
    }
    System.arraycopy(constant.shape(), 0, shape, offset, constant.shape().length);
    return graph.floats(
        Axes.permute(constant.values(), shape, tensor.axes()),
        Axes.permuteShape(shape, tensor.axes()));
  }
}
