package io.zaigang.models;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the test data that is not part of the repository, and skips loudly where it is absent. */
public final class Testdata {

  private static final String NAME = "ZAIGANG_TESTDATA";

  private Testdata() {}

  /** A file or folder of the test data. */
  public static Path path(String relative) {
    String configured = System.getProperty(NAME, System.getenv(NAME));
    Path root = Path.of(Objects.requireNonNullElse(configured, "../../shared/testdata"));
    Path path = root.resolve(relative);
    assumeThat(Files.exists(path))
        .as("test data %s is absent; set %s to its folder", path.toAbsolutePath(), NAME)
        .isTrue();
    return path;
  }

  /** The models as this build converted them. */
  public static Path weights() {
    return Path.of("target/weights");
  }
}
