package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageLog;
import java.time.Instant;

/**
 * Footage to bring back.
 *
 * @param cameraId whose
 * @param from begin
 * @param to end, after {@code from}
 */
public record FetchSpan(String cameraId, Instant from, Instant to) {

  public FetchSpan {
    if (!FootageLog.isCameraId(cameraId)) {
      throw new IllegalArgumentException("'" + cameraId + "' is no camera id");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "The span to fetch ends after it begins, not " + from + " – " + to);
    }
  }
}
