package io.zaigang.ingest.cli;

import io.zaigang.ingest.archive.ArchiveSettings;
import io.zaigang.ingest.archive.ArchiveSettings.Addressing;
import io.zaigang.ingest.archive.ArchiveSettings.Key;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the archive is. Its keys come from the environment or from files beside the other secrets,
 * never from the command line, which everybody on the machine can read.
 */
final class ArchiveOptions {

  private static final String PREFIX = "ZAIGANG_ARCHIVE_";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "address of the S3-compatible store (ZAIGANG_ARCHIVE_ENDPOINT)")
  private @Nullable String endpoint;

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      description = "bucket that holds the archive; it must exist (ZAIGANG_ARCHIVE_BUCKET)")
  private @Nullable String bucket;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "region to sign for (ZAIGANG_ARCHIVE_REGION; default: us-east-1)")
  private @Nullable String region;

  @Option(
      names = "--addressing",
      paramLabel = "path|host",
      description =
          "where addresses name the bucket: in the path, or in the host name as some clouds demand"
              + " (ZAIGANG_ARCHIVE_ADDRESSING; default: path)")
  private @Nullable Addressing addressing;

  @Option(
      names = "--insecure",
      description = "allows plain HTTP to another machine: footage can be read on the way")
  private boolean insecure;

  /** The settings, with keys that go with a data directory. */
  ArchiveSettings settings(Path dataDir, Map<String, String> environment) throws IOException {
    String address = given(endpoint, "ENDPOINT", environment);
    String name = given(bucket, "BUCKET", environment);
    if (address == null || name == null) {
      throw new UserMistake(
          "No archive is set up: give --endpoint and --bucket, or ZAIGANG_ARCHIVE_ENDPOINT and"
              + " ZAIGANG_ARCHIVE_BUCKET");
    }
    String area = given(region, "REGION", environment);
    Key key =
        new Key(
            secret("access-key", dataDir, environment), secret("secret-key", dataDir, environment));
    ArchiveSettings settings;
    try {
      settings =
          new ArchiveSettings(
              URI.create(address),
              name,
              area == null ? "us-east-1" : area,
              addressing(environment),
              key);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    if (settings.readableOnTheWay() && !insecure) {
      throw new UserMistake(
          address
              + " is plain HTTP to another machine: footage could be read on the way; use https://,"
              + " or --insecure if you know that network");
    }
    return settings;
  }

  private Addressing addressing(Map<String, String> environment) {
    if (addressing != null) {
      return addressing;
    }
    String given = environment.getOrDefault(PREFIX + "ADDRESSING", "path");
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "path" -> Addressing.PATH;
      case "host" -> Addressing.HOST;
      default -> throw new UserMistake(PREFIX + "ADDRESSING is path or host, not '" + given + "'");
    };
  }

  private static @Nullable String given(
      @Nullable String option, String name, Map<String, String> environment) {
    return option == null ? environment.get(PREFIX + name) : option;
  }

  /** From the environment, else from {@code DIR/secrets/archive-NAME}. */
  private static String secret(String name, Path dataDir, Map<String, String> environment)
      throws IOException {
    String variable = PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    String value = environment.get(variable);
    Path file = dataDir.resolve("secrets").resolve("archive-" + name);
    try {
      String secret = value == null ? Files.readString(file).strip() : value;
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (NoSuchFileException neither) {
      // said below
    }
    throw new UserMistake(
        "The archive's %s is missing: set %s, or write it into %s (mode 600)"
            .formatted(name.replace('-', ' '), variable, file));
  }
}
