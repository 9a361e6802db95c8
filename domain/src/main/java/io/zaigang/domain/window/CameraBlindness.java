package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A camera whose last picture could not be used.
 *
 * @param at media time of that picture
 * @param cause why not
 */
public record CameraBlindness(String cameraId, Instant at, BlindCause cause) {

  /** Those whose last picture is still of no use after one more observation. */
  static List<CameraBlindness> after(
      List<CameraBlindness> before, WindowObservation observation, Set<String> cameraIds) {
    BlindCause cause = observation.blind();
    boolean known = before.stream().anyMatch(b -> b.cameraId().equals(observation.cameraId()));
    if (!known && (cause == null || !cameraIds.contains(observation.cameraId()))) {
      return before;
    }
    List<CameraBlindness> after = new ArrayList<>(before);
    after.removeIf(blind -> blind.cameraId().equals(observation.cameraId()));
    if (cause != null) {
      after.add(new CameraBlindness(observation.cameraId(), observation.at(), cause));
    }
    return List.copyOf(after);
  }
}
