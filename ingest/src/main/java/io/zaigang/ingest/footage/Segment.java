package io.zaigang.ingest.footage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * One finished piece of a camera's footage: a self-contained fragmented MP4 whose name is its time.
 *
 * @param cameraId which camera
 * @param start media time of the first frame, whole milliseconds
 * @param duration from the first frame to the end of the last, whole milliseconds, positive
 * @param file where it lies
 */
public record Segment(String cameraId, Instant start, Duration duration, Path file) {

  public Segment {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "A segment lasts longer than nothing: " + file + " says " + duration);
    }
  }

  /** The first instant after this segment. */
  public Instant end() {
    return start.plus(duration);
  }

  /** True where the segment shows something of {@code [from, to)}. */
  public boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && end().isAfter(from);
  }

  /** True where the segment shows this instant. */
  public boolean covers(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end());
  }

  /** The last part of {@link #file}, by which {@link FootageLog#find} finds the segment again. */
  public String fileName() {
    return file.getFileName().toString();
  }
}
