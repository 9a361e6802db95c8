package io.zaigang.job.detect;

import java.time.Duration;
import java.time.Instant;

/**
 * Says at which samples a second look is due: a function of media time alone, so that every replay
 * looks at the same pictures.
 */
final class LookSchedule {

  private LookSchedule() {}

  /**
   * Whether a multiple of {@code every} lies after the sample before, up to this one.
   *
   * @param between time between two samples of the camera
   */
  static boolean isDue(Instant at, Duration between, Duration every) {
    long step = Math.max(1, every.toMillis());
    long now = at.toEpochMilli();
    return Math.floorDiv(now, step) > Math.floorDiv(now - between.toMillis(), step);
  }
}
