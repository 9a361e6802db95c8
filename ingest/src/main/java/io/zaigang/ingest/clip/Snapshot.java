package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One moment of a camera as JPEG.
 *
 * @param at media time of the frame shown: the last at or before the asked instant
 * @param jpeg the picture
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to the response, never compared
public record Snapshot(Instant at, byte[] jpeg) {

  /** The frame shown at this instant; empty where nothing is recorded. */
  public static Optional<Snapshot> take(FootageLog log, String cameraId, Instant at)
      throws IOException {
    throw new UnsupportedOperationException("being written" + log + cameraId + at);
  }
}
