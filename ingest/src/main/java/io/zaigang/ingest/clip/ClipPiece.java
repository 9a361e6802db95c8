package io.zaigang.ingest.clip;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of footage within a clip; wall time runs through it evenly.
 *
 * @param offsetMillis where in the clip its first picture is
 * @param from wall time of that picture
 * @param to end of its last picture
 */
public record ClipPiece(long offsetMillis, Instant from, Instant to) {

  /** True where it shows this instant. */
  public boolean covers(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** Where in the clip an instant of this piece is shown. */
  public long offsetOf(Instant instant) {
    return offsetMillis + Duration.between(from, instant).toMillis();
  }
}
