package io.zaigang.models.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.models.Testdata;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaughtHeadFileTest {

  private static final SecondLookSettings SETTINGS = SecondLookSettings.DEFAULT;
  private static final int VIEWS = SETTINGS.views().size();

  @TempDir private Path folder;

  private static TaughtHead head(double gain) {
    return new TaughtHead(
        TaughtHead.describe(SETTINGS), Collections.nCopies(VIEWS, 0.25), 1, 20, 30, 9, gain, 0.02);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    TaughtHeadFile.write(head(0.1), folder.resolve("head.json"));

    TaughtHead read = TaughtHeadFile.read(folder.resolve("head.json"), SETTINGS);

    assertThat(read).isEqualTo(head(0.1));
    assertThat(read.probability(Collections.nCopies(VIEWS, -4 / 7.0))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void refusesAHeadThatMayBeChance() throws IOException {
    TaughtHeadFile.write(head(0.1), folder.resolve("head.json"));
    String chance = Files.readString(folder.resolve("head.json")).replace("0.1", "0.03");
    Files.writeString(folder.resolve("head.json"), chance);

    assertThatThrownBy(() -> TaughtHeadFile.read(folder.resolve("head.json"), SETTINGS))
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageContaining("may be chance")
        .hasMessageContaining("use: false");
  }

  @Test
  void refusesAHeadTaughtForOtherViews() throws IOException {
    TaughtHead other = new TaughtHead(List.of("FACE 1.0 DETECTOR"), List.of(1.0), 0, 9, 9, 9, 1, 0);
    TaughtHeadFile.write(other, folder.resolve("head.json"));

    assertThatThrownBy(() -> TaughtHeadFile.read(folder.resolve("head.json"), SETTINGS))
        .hasMessageContaining("expected the views [LEFT_HAND 0.25 DETECTOR")
        .hasMessageContaining("found [FACE 1.0 DETECTOR]");
  }

  @Test
  void isNamedInModelsYamlAndSwitchedOffThere() throws IOException {
    TaughtHeadFile.write(head(0.1), folder.resolve("head.json"));

    ModelRegistry on = registry("phoneHead: { path: head.json }");
    ModelRegistry off = registry("phoneHead: { path: head.json, use: false }");

    assertThat(on.phoneHead()).isPresent();
    assertThat(on.hashes().get("phone-head")).hasSize(64);
    assertThat(off.phoneHead()).isEmpty();
    assertThat(off.hashes()).doesNotContainKey("phone-head");
    assertThatThrownBy(() -> registry("phoneHead: { path: gone.json, use: perhaps }"))
        .hasMessageContaining("phoneHead.use")
        .hasMessageContaining("'perhaps'");
    assertThatThrownBy(() -> registry("phoneHead: { path: gone.json }"))
        .hasMessageContaining("phoneHead.path")
        .hasMessageContaining("gone.json");
  }

  private ModelRegistry registry(String line) throws IOException {
    Path weights = Testdata.weights().toAbsolutePath();
    String yaml =
        Files.readString(weights.resolve("models.yaml"))
            .replace("path: ", "path: " + weights + "/");
    Files.writeString(folder.resolve("models.yaml"), line + "\n" + yaml);
    return ModelRegistry.load(folder);
  }
}
