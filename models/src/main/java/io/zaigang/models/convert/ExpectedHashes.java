package io.zaigang.models.convert;

import io.zaigang.models.registry.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** SHA-256 of every file read and written, as reviewed: {@code hashes.properties} beside here. */
final class ExpectedHashes {

  private static final String RESOURCE = "hashes.properties";

  private final Properties hashes;

  ExpectedHashes(Properties hashes) {
    this.hashes = hashes;
  }

  static ExpectedHashes load() throws IOException {
    Properties hashes = new Properties();
    try (InputStream in = ExpectedHashes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ConversionException("Resource " + RESOURCE + " is missing from the class path");
      }
      hashes.load(in);
    }
    return new ExpectedHashes(hashes);
  }

  /** The hash reviewed for a file. */
  @Nullable String of(String name) {
    return hashes.getProperty(name);
  }

  /** Whether the file is there and is the one reviewed. */
  boolean fits(String name, Path file) throws IOException {
    return Files.isRegularFile(file) && Sha256.of(file).equals(of(name));
  }

  /** Refuses anything but the file reviewed, saying what to do. */
  void check(String name, Path file, String advice) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ConversionException(file + " is missing; run `npm ci` in models/");
    }
    String actual = Sha256.of(file);
    String expected = of(name);
    if (!actual.equals(expected)) {
      throw new ConversionException(
          name + " has SHA-256 " + actual + ", expected " + expected + "; " + advice);
    }
  }
}
