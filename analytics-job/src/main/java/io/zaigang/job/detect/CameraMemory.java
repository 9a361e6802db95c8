package io.zaigang.job.detect;

import java.time.Instant;
import java.util.Map;

/**
 * What a {@link PostObserver} remembers of one camera.
 *
 * @param at media time of the sample after which this was so
 * @param values figures by name, the names being the observer's own
 */
public record CameraMemory(String cameraId, Instant at, Map<String, Double> values) {

  public CameraMemory {
    values = Map.copyOf(values);
  }
}
