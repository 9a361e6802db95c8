package io.zaigang.models.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import io.zaigang.models.Testdata;
import io.zaigang.models.registry.ModelRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the converted networks to what TensorFlow.js says of the published ones: {@code
 * src/test/parity/record.mjs} recorded it without any of our code.
 */
class ModelParityTest {

  /** Of sums over some hundred float32 products in another order; scores and pixels alike. */
  private static final double TOLERANCE = 2e-4;

  @ParameterizedTest
  @ValueSource(strings = {"nanodet", "coco-ssd", "movenet-lightning", "movenet-thunder"})
  void saysWhatTheOriginalSays(String id) throws Exception {
    JsonNode recorded = recorded(id);
    int side = recorded.path("side").asInt();
    List<Output> outputs = run(id, side);
    SoftAssertions softly = new SoftAssertions();
    int compared = 0;
    for (JsonNode output : recorded.path("outputs")) {
      for (int i = 0; i < output.path("indices").size(); i++) {
        int index = output.path("indices").get(i).asInt();
        double expected = output.path("values").get(i).asDouble();
        double actual = ours(id, output.path("name").asString(), outputs, index, side);
        softly
            .assertThat(Math.abs(actual - expected))
            .as("%s[%d]: expected %s, was %s", output.path("name"), index, expected, actual)
            .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected)));
        compared++;
      }
    }
    softly.assertAll();
    assertThat(compared).isGreaterThan(50);
  }

  /** The value of ours that an index into an original output means. */
  private static double ours(String id, String name, List<Output> outputs, int index, int side) {
    return switch (id) {
      case "nanodet" -> nanodet(name, outputs.get(0), index, side);
      case "coco-ssd" -> ssd(name, outputs, index);
      default -> movenet(name, outputs, index, side / 4);
    };
  }

  /** Originals by stride: Identity, _1, _2 class scores, _3, _4, _5 distances; anchors first. */
  private static double nanodet(String name, Output preds, int index, int side) {
    int head = name.equals("Identity") ? 0 : Integer.parseInt(name.substring("Identity_".length()));
    int firstAnchor = 0;
    for (int i = 0; i < head % 3; i++) {
      int cells = side / (8 << i);
      firstAnchor += cells * cells;
    }
    int channels = head < 3 ? 80 : 44;
    int channel = index % channels + (head < 3 ? 0 : 80);
    int anchor = firstAnchor + index / channels;
    double value = preds.values()[channel * preds.dimension(2) + anchor];
    return head < 3 ? WantedClass.sigmoid(value) : value;
  }

  private static double ssd(String name, List<Output> outputs, int index) {
    if (name.equals("Postprocessor/ExpandDims_1")) {
      return outputs.get(0).values()[index];
    }
    int anchor = index / 90;
    return WantedClass.sigmoid(outputs.get(1).values()[anchor * 91 + 1 + index % 90]);
  }

  /** Channels last in the original, first in ours. */
  private static double movenet(String name, List<Output> outputs, int index, int cells) {
    int which = name.endsWith("Sigmoid") ? 0 : name.endsWith("Sigmoid_1") ? 1 : -1;
    if (which < 0) {
      which = name.contains("kpt_regress") ? 2 : 3;
    }
    Output map = outputs.get(which);
    int channels = map.dimension(1);
    return map.values()[index % channels * cells * cells + index / channels];
  }

  private static List<Output> run(String id, int side) throws Exception {
    ModelRegistry registry = ModelRegistry.load(Testdata.weights());
    try (ZooModel<NDList, NDList> model =
            OnnxEngine.load(
                registry.model(id), 1, NDList.class, NDList.class, new NoopTranslator());
        Predictor<NDList, NDList> predictor = model.newPredictor();
        NDManager manager = model.getNDManager().newSubManager()) {
      NDList input = new NDList(manager.create(input(id, side), new Shape(1, 3, side, side)));
      NDList outputs = predictor.predict(input);
      return new ArrayList<>(new OutputReader().read(outputs));
    }
  }

  private static float[] input(String id, int side) {
    boolean nanodet = id.equals("nanodet");
    double[] mean = {123.675, 116.28, 103.53};
    double[] deviation = {58.395, 57.12, 57.375};
    float[] planes = new float[3 * side * side];
    for (int plane = 0; plane < 3; plane++) {
      int colour = nanodet ? 2 - plane : plane;
      for (int i = 0; i < side * side; i++) {
        double value = ParityPicture.value(side, i % side, i / side, colour);
        planes[plane * side * side + i] =
            (float) (nanodet ? (value - mean[colour]) / deviation[colour] : value);
      }
    }
    return planes;
  }

  private static JsonNode recorded(String id) throws IOException {
    try (InputStream in = ModelParityTest.class.getResourceAsStream("/parity/parity.json")) {
      JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(in).readAllBytes());
      for (JsonNode model : root.path("models")) {
        if (model.path("id").asString().equals(id)) {
          return model;
        }
      }
      throw new IllegalStateException("Nothing was recorded of " + id);
    }
  }
}
