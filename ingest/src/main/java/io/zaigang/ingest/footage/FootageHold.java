package io.zaigang.ingest.footage;

import java.time.Instant;

/**
 * Footage somebody still needs: retention leaves it alone until the hold is released.
 *
 * @param id what needs it, for instance an incident's id; one id may hold footage of several
 *     cameras
 * @param cameraId whose footage
 * @param from begin of what is held
 * @param to end of what is held, after {@code from}
 * @param reason why, for people; one line
 */
public record FootageHold(String id, String cameraId, Instant from, Instant to, String reason) {

  private static final int MAX_ID = 120;

  public FootageHold {
    if (id.isBlank() || id.length() > MAX_ID) {
      throw new IllegalArgumentException(
          "A hold needs an id of 1 to " + MAX_ID + " characters, not '" + id + "'");
    }
    if (!FootageLog.isCameraId(cameraId)) {
      throw new IllegalArgumentException("Hold '" + id + "' names no camera: '" + cameraId + "'");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Hold '" + id + "' ends after it begins, not " + from + " – " + to);
    }
    reason = reason.replaceAll("\\s+", " ").strip();
  }
}
