package io.zaigang.domain.presence;

import java.time.Duration;

/**
 * A usable look of one camera at one post.
 *
 * @param presence probability that someone is at the post, 0 to 1
 * @param interval time between two samples of this camera: so long the look speaks for
 * @param found whether a detector found someone in this very look
 */
public record CameraReading(String cameraId, double presence, Duration interval, boolean found) {

  /** A look whose probability rests on the picture itself. */
  public CameraReading(String cameraId, double presence, Duration interval) {
    this(cameraId, presence, interval, true);
  }
}
