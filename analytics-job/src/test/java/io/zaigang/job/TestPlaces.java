package io.zaigang.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/** Where tests find what is not part of this module: test footage and the built models. */
public final class TestPlaces {

  private TestPlaces() {}

  /** A video of the test data; without the data the test is skipped, and says so. */
  public static Path video(String name) {
    Path file = testData().resolve("videos").resolve(name);
    assumeTrue(Files.exists(file), () -> "SKIPPED: test data is absent: " + file);
    return file;
  }

  /** A folder of labelled pictures of the test data; skipped, and says so, without the data. */
  public static Path images(String name) {
    Path folder = testData().resolve("images").resolve(name);
    assumeTrue(Files.exists(folder), () -> "SKIPPED: test data is absent: " + folder);
    return folder;
  }

  /** The directory of the weights that the models module builds. */
  public static Path models() {
    Path weights = root().resolve("models/target/weights");
    if (!Files.exists(weights.resolve("models.yaml"))) {
      throw new AssertionFailedError("Build the models first: no models.yaml in " + weights);
    }
    return weights;
  }

  private static Path testData() {
    String set = System.getenv("ZAIGANG_TESTDATA");
    String property = System.getProperty("zaigang.testdata", set == null ? "" : set);
    return property.isEmpty()
        ? root().resolveSibling("shared").resolve("testdata")
        : Path.of(property);
  }

  private static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }
}
