package io.zaigang.models.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.imaging.PaintedPicture;
import io.zaigang.models.registry.ModelFamily;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import io.zaigang.models.registry.ModelRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors from files that users name, from the file to boxes in the picture. */
class OtherDetectorsTest {

  /** 16×8, 8×4 and 4×2 cells. */
  private static final int WIDTH = 128;

  private static final int HEIGHT = 64;
  private static final int ANCHORS = 128 + 32 + 8;

  /** Second row, third column of stride 16. */
  private static final int ANCHOR = 128 + 8 + 2;

  /** In a picture twice the input's size, so every box is twice as large there. */
  private final PaintedPicture picture = new PaintedPicture(2 * WIDTH, 2 * HEIGHT);

  @TempDir private Path folder;

  @Test
  void findsWhatYoloxSaysInCellsOfItsStrides() throws IOException {
    yolox(2, 0.5f, 0.25f, (float) Math.log(2), 0f, "");

    assertThat(detect(ModelFamily.YOLOX))
        .containsExactly(person(2 * (2.5 * 16 - 16), 2 * (1.25 * 16 - 8), 64, 32, 0.9 * 0.8));
  }

  @Test
  void findsWhatYoloxSaysInPixels() throws IOException {
    yolox(2, 100f, 20f, 32f, 16f, "");

    assertThat(detect(ModelFamily.YOLOX))
        .containsExactly(person(2 * 84, 2 * 12, 64, 32, 0.9 * 0.8));
  }

  @Test
  void findsWhatYoloV8Says() throws IOException {
    float[] values = new float[6 * ANCHORS];
    float[] box = {100, 20, 32, 16, 0.8f, 0};
    for (int channel = 0; channel < box.length; channel++) {
      values[channel * ANCHORS + ANCHOR] = box[channel];
    }
    graph().output("output0", values, 1, 6, ANCHORS).write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertThat(detect(ModelFamily.YOLOV8)).containsExactly(person(168, 24, 64, 32, 0.8));
  }

  @Test
  void findsWhatYoloV8SaysTheOtherWayRound() throws IOException {
    float[] values = new float[6 * ANCHORS];
    float[] box = {100, 20, 32, 16, 0, 0.8f};
    System.arraycopy(box, 0, values, 6 * ANCHOR, box.length);
    graph().output("output0", values, 1, ANCHORS, 6).write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertThat(detect(ModelFamily.YOLOV8))
        .singleElement()
        .satisfies(phone -> assertThat(phone.label()).isEqualTo(LabelledDetection.PHONE));
  }

  @Test
  void findsWhatDFineSaysAndKeepsObjectsThatOverlap() throws IOException {
    float[] fractions = {0.5f, 0.25f, 0.75f, 0.75f, 0.5f, 0.25f, 0.75f, 0.75f, 0, 0, 1, 1};
    new SmallGraph("images", WIDTH, HEIGHT)
        .output("labels", new long[] {0, 0, 1}, 1, 3)
        .scaledOutput("boxes", fractions, 1, 3, 4)
        .output("scores", new float[] {0.9f, 0.7f, 0.1f}, 1, 3)
        .write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertThat(detect(ModelFamily.DETR))
        .containsExactly(person(128, 32, 64, 64, 0.9), person(128, 32, 64, 64, 0.7));
  }

  @Test
  void findsWhatABareRtDetrSays() throws IOException {
    float[] logits = {-9, -9, 2, -9};
    float[] boxes = {0, 0, 0, 0, 0.5f, 0.5f, 0.25f, 0.5f};
    graph().output("logits", logits, 1, 2, 2).output("pred_boxes", boxes, 1, 2, 4).write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertThat(detect(ModelFamily.DETR))
        .containsExactly(person(96, 32, 64, 64, 1 / (1 + Math.exp(-2))));
  }

  @Test
  void takesANanoDetOfAFixedSizeForCropsToo() throws IOException {
    float[] values = new float[(2 + 44) * ANCHORS];
    Arrays.fill(values, 0, 2 * ANCHORS, -9f);
    values[ANCHOR] = 2;
    graph().output("preds", values, 1, 2 + 44, ANCHORS).write(weights());
    yaml("classNames: [person, cell phone]", "");
    DetectorSettings settings = DetectorSettings.DEFAULT.withLongSide(320);

    try (ObjectDetector detector = ObjectDetector.open(registry().model("mine"), settings)) {
      assertThat(detector.detect(picture, new Box(10, 10, 30, 90))).hasSize(1);
    }
  }

  @Test
  void refusesClassesThatTheWeightsDoNotHave() throws IOException {
    yolox(2, 0, 0, 0, 0, "family: yolox");
    yaml("classNames: coco", "family: yolox");

    assertRefused("expected one output [1, 168, 5 + 80 classes], found [output[1, 168, 7]]");
  }

  @Test
  void refusesWeightsOfAnotherFamily() throws IOException {
    yolox(2, 0, 0, 0, 0, "family: dfine");

    assertRefused("expected outputs labels[1, queries]", "found [output[1, 168, 7]]");
  }

  @Test
  void refusesScoresBeforeTheirSigmoid() throws IOException {
    float[] values = new float[7 * ANCHORS];
    values[4] = -3.5f;
    graph().output("output", values, 1, ANCHORS, 7).write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertRefused("expected scores from 0 to 1", "found -3.5");
  }

  @Test
  void refusesLabelsBeyondTheClassNames() throws IOException {
    graph()
        .output("labels", new long[] {62}, 1, 1)
        .output("boxes", new float[4], 1, 1, 4)
        .output("scores", new float[1], 1, 1)
        .write(weights());
    yaml("classNames: [person, cell phone]", "");

    assertRefused("expected labels of the 2 classNames, found label 62");
  }

  @Test
  void refusesAnInputThatTheGraphDoesNotTake() throws IOException {
    yolox(2, 0, 0, 0, 0, "input: { width: 640, height: 640 }");

    assertRefused("expected an input of 640×640, the graph takes 128×64");
  }

  @Test
  void refusesClassesWithoutPeople() throws IOException {
    yolox(2, 0, 0, 0, 0, "");
    yaml("classNames: [car, cell phone]", "");

    assertRefused("its 2 classNames do not hold 'person'");
  }

  @Test
  void saysWhatItFoundInAGraphOfNoFamilyKnown() throws IOException {
    graph().output("features", new float[8], 1, 8).write(weights());
    yaml("classNames: coco", "");

    assertThatThrownBy(this::registry)
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContaining("models[0].family")
        .hasMessageContaining("outputs [features[1, 8]] with 80 classNames")
        .hasMessageContaining("nanodet, yolox");
  }

  @Test
  void saysThatItCannotTellTheFamilyOfAFileThatIsNoModel() throws IOException {
    Files.writeString(weights(), "no model");
    yaml("classNames: coco", "");

    assertThatThrownBy(this::registry)
        .hasMessageContaining("models[0].family")
        .hasMessageContaining("models[0].input");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(
            () -> ObjectDetector.open(registry().model("mine"), DetectorSettings.DEFAULT).close())
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("'mine'");
  }

  private List<LabelledDetection> detect(ModelFamily family) {
    ModelRegistry registry = registry();
    assertThat(registry.model("mine").family()).isEqualTo(family);
    assertThat(registry.model("mine").input().widthPx()).isEqualTo(WIDTH);
    try (ObjectDetector detector = ObjectDetector.open(registry, DetectorSettings.DEFAULT)) {
      return detector.detect(picture).stream().map(OtherDetectorsTest::rounded).toList();
    }
  }

  private ModelRegistry registry() {
    ModelRegistry registry = ModelRegistry.load(folder);
    assertThat(registry.names(ModelRole.DETECTOR)).isTrue();
    return registry;
  }

  private static SmallGraph graph() {
    return new SmallGraph("images", WIDTH, HEIGHT);
  }

  private void yolox(int classes, float x, float y, float w, float h, String more)
      throws IOException {
    float[] values = new float[(5 + classes) * ANCHORS];
    float[] box = {x, y, w, h, 0.9f, 0.8f};
    System.arraycopy(box, 0, values, (5 + classes) * ANCHOR, box.length);
    graph().output("output", values, 1, ANCHORS, 5 + classes).write(weights());
    yaml("classNames: [person, cell phone]", more);
  }

  private void yaml(String... lines) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            use: { detector: mine }
            models:
              - id: mine
                path: mine.onnx
                licence: test
            """);
    for (String line : lines) {
      yaml.append("    ").append(line).append('\n');
    }
    Files.writeString(folder.resolve("models.yaml"), yaml);
  }

  private Path weights() {
    return folder.resolve("mine.onnx");
  }

  private static LabelledDetection person(double x, double y, double w, double h, double score) {
    return rounded(new LabelledDetection(LabelledDetection.PERSON, new Box(x, y, w, h), score));
  }

  private static LabelledDetection rounded(LabelledDetection d) {
    Box box = d.box();
    return new LabelledDetection(
        d.label(),
        new Box(
            Math.round(box.x()), Math.round(box.y()),
            Math.round(box.width()), Math.round(box.height())),
        Math.round(d.score() * 1000) / 1000.0);
  }
}
