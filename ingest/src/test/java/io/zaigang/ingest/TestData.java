package io.zaigang.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The videos that are not part of the repository; tests that need one skip loudly without it. */
public final class TestData {

  private TestData() {}

  public static Path video(String name) {
    Path file = folder().resolve("videos").resolve(name);
    assumeTrue(Files.exists(file), () -> "SKIPPED: test data is absent: " + file);
    return file;
  }

  private static Path folder() {
    String set = System.getenv("ZAIGANG_TESTDATA");
    String property = System.getProperty("zaigang.testdata", set == null ? "" : set);
    return property.isEmpty()
        ? Path.of("").toAbsolutePath().getParent().resolveSibling("shared").resolve("testdata")
        : Path.of(property);
  }
}
