package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.DiskState;
import io.zaigang.ingest.footage.RetentionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the recorder last said of its disk and of what it keeps: {@code DIR/recorder/disk.json},
 * written anew every minute, for whoever shares the data directory.
 *
 * @param at when it looked
 * @param trouble why retention could not do its work; null where it could
 * @param daysLeft days until the disk is full if nothing were deleted; null while not known
 * @param keepDays after how many days footage is deleted
 * @param floorBytes below this much free space the oldest goes early
 * @param warnBytes below this much free space there is a warning
 */
public record DiskReport(
    Instant at,
    DiskState state,
    @Nullable String trouble,
    long usableBytes,
    long totalBytes,
    @Nullable Double daysLeft,
    long keepDays,
    long floorBytes,
    long warnBytes) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Where it lies in a data directory. */
  public static Path file(Path dataDir) {
    return dataDir.resolve("recorder").resolve("disk.json");
  }

  static DiskReport of(DiskStatus status, RetentionSettings settings, Instant at) {
    return new DiskReport(
        at,
        status.state(),
        status.trouble(),
        status.usableBytes(),
        status.totalBytes(),
        status.daysLeft(),
        settings.keep().toDays(),
        settings.floorBytes(),
        settings.warnBytes());
  }

  /** Whoever reads the file sees all of a report. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.write(draft, JSON.writeValueAsBytes(this));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The last report; empty where no recorder has written one yet. */
  public static Optional<DiskReport> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), DiskReport.class));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " is no report of a recorder: " + e.getOriginalMessage(), e);
    }
  }
}
