package io.zaigang.job.source.reader;

import java.io.Serializable;
import java.time.Duration;

/**
 * How following live footage deals with cameras that fall silent.
 *
 * @param poll how often a camera that had nothing new is asked again
 * @param silentAfter footage that has not appeared this long after its time is not waited for
 * @param returnAllowance how far a camera's watermark stays behind its samples, so that the first
 *     pictures of another camera that comes back are not too late: its segments are cut at other
 *     moments. Nothing is held back where footage is read to a fixed end
 */
public record LiveTiming(Duration poll, Duration silentAfter, Duration returnAllowance)
    implements Serializable {

  public static final LiveTiming DEFAULT =
      new LiveTiming(Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ofSeconds(6));

  public LiveTiming {
    if (silentAfter.compareTo(returnAllowance) < 0) {
      throw new IllegalArgumentException(
          "silentAfter is " + silentAfter + "; it must not be below " + returnAllowance);
    }
  }
}
