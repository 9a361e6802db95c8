package io.zaigang.ingest.clip;

import java.io.IOException;
import java.time.Instant;

/** Nothing is recorded of what was asked for. */
public final class NoFootageException extends IOException {

  private static final long serialVersionUID = 1;

  public NoFootageException(String cameraId, Instant from, Instant to) {
    super("Camera '" + cameraId + "': nothing is recorded from " + from + " to " + to);
  }
}
