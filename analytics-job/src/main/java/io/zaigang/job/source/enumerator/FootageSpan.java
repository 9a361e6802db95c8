package io.zaigang.job.source.enumerator;

import io.zaigang.job.source.split.FootageSplit;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when, and until when, footage is read.
 *
 * @param from media time of the first sample that may be taken
 * @param to first moment that is not read any more; null: footage is followed without end
 */
public record FootageSpan(Instant from, @Nullable Instant to) implements Serializable {

  public FootageSpan {
    if (to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("A span ends after it begins: " + from + " … " + to);
    }
  }

  public static FootageSpan between(Instant from, Instant to) {
    return new FootageSpan(from, to);
  }

  public static FootageSpan since(Instant from) {
    return new FootageSpan(from, null);
  }

  public boolean bounded() {
    return to != null;
  }

  /** A camera of the first plan, nothing of which has been read. */
  FootageSplit firstOf(String cameraId) {
    return to == null
        ? FootageSplit.following(cameraId, from.toEpochMilli())
        : FootageSplit.between(cameraId, from.toEpochMilli(), to.toEpochMilli());
  }

  /** A camera that joins a job already running. */
  FootageSplit joining(String cameraId, Instant at) {
    return to == null
        ? FootageSplit.following(cameraId, Math.max(from.toEpochMilli(), at.toEpochMilli()))
        : firstOf(cameraId);
  }
}
