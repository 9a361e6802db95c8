package io.zaigang.job.replay;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.job.json.DetectionsJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@code detections.ndjson}: frames in time order, one a line. */
public final class DetectionsFile {

  private final Path file;

  public DetectionsFile(Path file) {
    this.file = file;
  }

  /**
   * Hands over every frame, holding one at a time.
   *
   * @throws InvalidDetectionsException naming the first line that is wrong
   */
  public void forEach(Consumer<FrameDetections> frames)
      throws IOException, InvalidDetectionsException {
    Instant before = Instant.MIN;
    long number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        FrameDetections frame = read(number, line);
        if (frame.at().isBefore(before)) {
          throw new InvalidDetectionsException(
              "%s, line %d: %s comes before the line above it; detections must be in time order"
                  .formatted(file, number, frame.at()));
        }
        before = frame.at();
        frames.accept(frame);
      }
    }
  }

  /** The time of the first and of the last frame; null of a file without frames. */
  public @Nullable Span span() throws IOException, InvalidDetectionsException {
    Instant[] ends = new Instant[2];
    forEach(
        frame -> {
          ends[0] = ends[0] == null ? frame.at() : ends[0];
          ends[1] = frame.at();
        });
    return ends[0] == null ? null : new Span(ends[0], ends[1]);
  }

  /**
   * From when to when.
   *
   * @param last inclusive
   */
  public record Span(Instant first, Instant last) {}

  private FrameDetections read(long number, String line) throws InvalidDetectionsException {
    try {
      return DetectionsJson.read(line);
    } catch (IllegalArgumentException e) {
      throw new InvalidDetectionsException(
          "%s, line %d: %s".formatted(file, number, e.getMessage()));
    }
  }
}
