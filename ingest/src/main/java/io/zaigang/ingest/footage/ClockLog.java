package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * By how much a camera's own clock was ahead of ours, and since when: lines of {@code instant
 * milliseconds} in {@code clock.txt} beside the camera's days. Footage is dated by our clock; this
 * explains the time that a camera burns into its picture. Not thread-safe.
 */
public final class ClockLog {

  private static final String FILE_NAME = "clock.txt";

  /** A smaller change is measuring noise. */
  private static final long CHANGE_MILLIS = 100;

  private final Path file;
  private long noted;
  private boolean known;

  private ClockLog(Path file) {
    this.file = file;
  }

  /** The log of a camera. */
  public static ClockLog of(FootageLog log, String cameraId) {
    return new ClockLog(log.cameraFolder(cameraId).resolve(FILE_NAME));
  }

  /** Notes a measured offset where it differs from the one noted last. */
  public void note(Instant at, long aheadMillis) throws IOException {
    if (!known || Math.abs(aheadMillis - noted) >= CHANGE_MILLIS) {
      Files.writeString(
          file,
          at + " " + aheadMillis + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      noted = aheadMillis;
      known = true;
    }
  }

  /** The offset noted last at or before this moment; empty where the camera does not tell. */
  public OptionalLong at(Instant moment) throws IOException {
    OptionalLong found = OptionalLong.empty();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", 2);
        if (words.length == 2 && !Instant.parse(words[0]).isAfter(moment)) {
          found = OptionalLong.of(Long.parseLong(words[1]));
        }
      }
    } catch (NoSuchFileException neverMeasured) {
      return OptionalLong.empty();
    } catch (DateTimeException | NumberFormatException cutShort) {
      return found;
    }
    return found;
  }
}
