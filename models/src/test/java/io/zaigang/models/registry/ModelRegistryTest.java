package io.zaigang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {

  /** Of the three letters below. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @BeforeEach
  void writeWeights() throws IOException {
    Files.writeString(folder.resolve("some.onnx"), "abc");
  }

  @Test
  void readsAModelWithItsHashAndRole() throws IOException {
    write(
        """
        use: { detector: mine }
        models:
          - id: mine
            family: yolox
            path: some.onnx
            sha256: %s
            input: { width: 640, height: 384 }
            classNames: [person, cell phone]
            licence: Apache-2.0
        """
            .formatted(ABC));

    ModelRegistry registry = ModelRegistry.load(folder);

    assertThat(registry.model(ModelRole.DETECTOR))
        .isEqualTo(
            new ModelEntry(
                "mine",
                ModelFamily.YOLOX,
                folder.resolve("some.onnx").toAbsolutePath(),
                ABC,
                new InputSize(640, 384),
                java.util.List.of("person", "cell phone"),
                "Apache-2.0"));
    assertThat(registry.hashes()).containsEntry("mine", ABC);
  }

  @Test
  void listsAllProblemsAtOnceWithPathAndLine() throws IOException {
    write(
        """
        use: { detector: other }
        models:
          - id: mine
            family: resnet
            path: gone.onnx
            input: { width: 640, heigth: 384 }
            licence: MIT
            colour: red
        """);

    ModelRegistryException refused =
        catchThrowableOfType(ModelRegistryException.class, () -> ModelRegistry.load(folder));

    assertThat(refused.problems())
        .hasSize(5)
        .anySatisfy(p -> assertThat(p).contains("models[0].colour (line 8): unknown key"))
        .anySatisfy(p -> assertThat(p).contains("models[0].family (line 4): 'resnet' is none of"))
        .anySatisfy(p -> assertThat(p).contains("models[0].input.heigth (line 6)"))
        .anySatisfy(p -> assertThat(p).contains("models[0].input.height (line 6): missing"))
        .anySatisfy(p -> assertThat(p).contains("use.detector (line 1): no model 'other'"));
  }

  @Test
  void namesTheWeightsThatAreMissing() throws IOException {
    write(model("gone.onnx", ABC));

    assertThatThrownBy(() -> ModelRegistry.load(folder))
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContaining("models[0].path")
        .hasMessageContaining("gone.onnx");
  }

  @Test
  void refusesWeightsThatAreNotThoseStated() throws IOException {
    write(model("some.onnx", ABC.replace('b', 'c')));

    assertThatThrownBy(() -> ModelRegistry.load(folder))
        .hasMessageContaining("models[0].sha256")
        .hasMessageContaining("it was changed or replaced");
  }

  @Test
  void refusesTwoModelsOfOneName() throws IOException {
    String model = model("some.onnx", ABC);
    write(model + model.substring(model.indexOf('\n') + 1));

    assertThatThrownBy(() -> ModelRegistry.load(folder)).hasMessageContaining("is there twice");
  }

  @Test
  void refusesWhatIsNoYaml() throws IOException {
    write("models: [");

    assertThatThrownBy(() -> ModelRegistry.load(folder))
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContaining("no YAML")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysThatNoModelPlaysARole() throws IOException {
    write(model("some.onnx", ABC));
    ModelRegistry registry = ModelRegistry.load(folder);

    assertThatThrownBy(() -> registry.model(ModelRole.POSE)).hasMessageContaining("`use.pose`");
    assertThatThrownBy(() -> registry.model("other")).hasMessageContaining("it has mine");
  }

  @Test
  void saysWhichVariableIsNotSet() {
    assertThatThrownBy(() -> ModelRegistry.fromEnvironment(null))
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContaining("ZAIGANG_MODELS is not set");
  }

  @Test
  void knowsFamiliesByTheirCommonNames() {
    assertThat(ModelFamily.of("rtdetr")).contains(ModelFamily.DETR);
    assertThat(ModelFamily.of("YOLOv8")).contains(ModelFamily.YOLOV8);
    assertThat(ModelFamily.of("resnet")).isEmpty();
  }

  @Test
  void numbersCocoClassesByIdWithGaps() {
    assertThat(CocoClasses.NAMES).hasSize(80).contains("cell phone");
    assertThat(CocoClasses.NAMES.indexOf("cell phone")).isEqualTo(67);
    assertThat(CocoClasses.namesById()).hasSize(91);
    assertThat(CocoClasses.namesById().indexOf("person")).isEqualTo(1);
    assertThat(CocoClasses.namesById().indexOf("cell phone")).isEqualTo(77);
    assertThat(CocoClasses.namesById().indexOf("toothbrush")).isEqualTo(90);
  }

  private static String model(String file, String sha256) {
    return """
        models:
          - id: mine
            family: nanodet
            path: %s
            sha256: %s
            input: { width: 416, height: 416 }
            licence: MIT
        """
        .formatted(file, sha256);
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("models.yaml"), yaml);
  }
}
