package io.zaigang.ingest.cli;

import io.zaigang.ingest.footage.FootageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}: where the footage log is. */
final class DataOption {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "data directory; footage is in its subfolder 'footage'")
  private Path dir = Path.of("data");

  /** The log for writing; the directory may still have to be made. */
  FootageLog writable() {
    Path existing = dir.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new UserMistake("Data directory '" + dir + "' cannot be written");
    }
    return FootageLog.open(dir);
  }

  /** The log for reading. */
  FootageLog readable() {
    if (!Files.isDirectory(dir) || !Files.isReadable(dir)) {
      throw new UserMistake("Data directory '" + dir + "' cannot be read");
    }
    FootageLog log = FootageLog.open(dir);
    if (Files.exists(log.root()) && !Files.isReadable(log.root())) {
      throw new UserMistake("Footage folder '" + log.root() + "' cannot be read");
    }
    return log;
  }

  Path dir() {
    return dir;
  }
}
