package io.zaigang.dashboard.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The service token on disk: {@code DIR/secrets/service-token}, and beside it, for a while after a
 * rotation, the one before with the time it ends. Job and recorder read the file at each request;
 * whoever holds a copy of it has until then to get the new one.
 */
public final class ServiceTokenFile {

  private static final int TOKEN_BYTES = 32;
  private static final int SHORTEST = 32;

  private final Path file;
  private final Path previousFile;

  public ServiceTokenFile(Path file) {
    this.file = file;
    this.previousFile = file.resolveSibling(file.getFileName() + ".previous");
  }

  /**
   * A token.
   *
   * @param changedAt since when it is there
   */
  public record Current(String token, FileTime changedAt) {}

  /** The token before the last rotation, good until then. */
  public record Previous(String token, Instant until) {}

  public Path path() {
    return file;
  }

  /** Makes one where there is none. */
  public void createIfAbsent() throws IOException {
    if (!Files.exists(file)) {
      SecretFile.write(file, fresh());
    }
  }

  /**
   * The token in force.
   *
   * @throws StartupProblem when it is too short to be one
   */
  public Current current() throws IOException {
    FileTime changedAt = Files.getLastModifiedTime(file);
    String token = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (token.length() < SHORTEST) {
      throw new StartupProblem(
          "Service token %s has %d characters, fewer than %d: delete the file and a good one is made"
              .formatted(file, token.length(), SHORTEST));
    }
    return new Current(token, changedAt);
  }

  /** When the file was written last. */
  public FileTime changedAt() throws IOException {
    return Files.getLastModifiedTime(file);
  }

  /** The one before, while it is good. */
  public Optional<Previous> previous(Instant now) throws IOException {
    try {
      String[] parts = Files.readString(previousFile, StandardCharsets.UTF_8).strip().split(" ");
      Previous previous = new Previous(parts[0], Instant.parse(parts[parts.length - 1]));
      return Optional.of(previous).filter(one -> one.until().isAfter(now));
    } catch (NoSuchFileException | DateTimeException none) {
      return Optional.empty();
    }
  }

  /**
   * Puts a fresh token in force.
   *
   * @param overlap how long the one before is still good
   */
  public void rotate(Duration overlap, Instant now) throws IOException {
    String before = current().token();
    SecretFile.replace(previousFile, before + " " + now.plus(overlap));
    SecretFile.replace(file, fresh());
  }

  private static String fresh() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
