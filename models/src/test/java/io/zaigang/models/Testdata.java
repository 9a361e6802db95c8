package io.zaigang.models;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the test data that is not part of the repository, and skips loudly where it is absent. */
public final class Testdata {

  private static final String TESTDATA = "ZAIGANG_TESTDATA";
  private static final String PHONEDATA = "ZAIGANG_PHONEDATA";

  private Testdata() {}

  /** A file or folder of the test data. */
  public static Path path(String relative) {
    return path(TESTDATA, "../../shared/testdata", relative);
  }

  /** A file or folder of the phone pictures: judged on only, never trained on. */
  public static Path phones(String relative) {
    return path(PHONEDATA, "../../shared/phonedata", relative);
  }

  private static Path path(String name, String fallback, String relative) {
    String configured = System.getProperty(name, System.getenv(name));
    Path root = Path.of(Objects.requireNonNullElse(configured, fallback));
    Path path = root.resolve(relative);
    assumeThat(Files.exists(path))
        .as("test data %s is absent; set %s to its folder", path.toAbsolutePath(), name)
        .isTrue();
    return path;
  }

  /** The models as this build converted them. */
  public static Path weights() {
    return Path.of("target/weights");
  }
}
