package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations that move values about: no arithmetic but the resizing. */
final class ShapeOps {

  private ShapeOps() {}

  static void register(Map<String, OpEmitter> emitters) {
    emitters.put("Identity", (node, conversion) -> conversion.tensor(node.input(0)));
    emitters.put("Transpose", ShapeOps::transpose);
    emitters.put("Pad", (node, conversion) -> pad(node, conversion, 0));
    emitters.put(
        "PadV2",
        (node, conversion) -> {
          float value = conversion.model().requireConstant(node.input(2)).values()[0];
          return pad(node, conversion, value);
        });
    emitters.put("ConcatV2", ShapeOps::concat);
    emitters.put("ResizeBilinear", ShapeOps::resizeBilinear);
  }

  /** Nothing is emitted: the tensor remembers where its dimensions are. */
  private static Tensor transpose(GraphNode node, Conversion conversion) {
    Tensor x = conversion.tensor(node.input(0));
    float[] order = conversion.model().requireConstant(node.input(1)).values();
    int[] axes = new int[order.length];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = x.axes()[(int) order[i]];
    }
    return new Tensor(x.name(), x.stored(), axes, x.padding());
  }

  /** Nothing is emitted: the padding waits for an operator that takes it in. */
  private static Tensor pad(GraphNode node, Conversion conversion, float value) {
    Tensor x = conversion.padded(node.input(0));
    float[] amounts = conversion.model().requireConstant(node.input(1)).values();
    int[] before = new int[x.rank()];
    int[] after = new int[x.rank()];
    for (int i = 0; i < x.rank(); i++) {
      before[x.axes()[i]] = (int) amounts[2 * i];
      after[x.axes()[i]] = (int) amounts[2 * i + 1];
    }
    return new Tensor(x.name(), x.stored(), x.axes(), new Padding(before, after, value));
  }

  private static Tensor concat(GraphNode node, Conversion conversion) {
    int parts = node.inputs().size() - 1;
    Tensor first = conversion.padded(node.input(0));
    int axis = first.axis(conversion.model().requireConstant(node.input(parts)).scalar());
    int[] stored = first.stored().clone();
    stored[axis] = 0;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      Tensor part = conversion.stored(conversion.padded(node.input(i)), first.axes());
      names.add(part.name());
      stored[axis] += part.stored()[axis];
    }
    String name = conversion.graph().node("Concat", names, attribute("axis", axis));
    return Tensor.of(name, stored, first.axes());
  }

  /** Written with scales, not sizes, so that other input sizes work. */
  private static Tensor resizeBilinear(GraphNode node, Conversion conversion) {
    Tensor x = conversion.stored(conversion.padded(node.input(0)), Axes.channelsFirst());
    float[] size = conversion.model().requireConstant(node.input(1)).values();
    int[] stored = {x.stored()[0], x.stored()[1], (int) size[0], (int) size[1]};
    float[] scales = {1, 1, (float) stored[2] / x.stored()[2], (float) stored[3] / x.stored()[3]};
    String mode = node.flag("half_pixel_centers") ? "half_pixel" : "asymmetric";
    if (node.flag("align_corners")) {
      mode = "align_corners";
    }
    OnnxGraph graph = conversion.graph();
    String name =
        graph.node(
            "Resize",
            List.of(x.name(), "", graph.floats(scales, 4)),
            attribute("mode", "linear"),
            attribute("coordinate_transformation_mode", mode));
    return Tensor.of(name, stored, Axes.channelsFirst());
  }
}
