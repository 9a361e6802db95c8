package io.zaigang.domain.tracking;

/**
 * One coordinate of a box and how fast it changes: a Kalman filter of position and velocity, in
 * pixels and seconds.
 *
 * <p>The velocity fades (mean {@value #FADING_SECONDS} s): between samples that lie seconds apart a
 * walker may have stopped, and the jitter of someone who sits must not carry the box away.
 *
 * @param position estimate, px
 * @param velocity estimate, px/s
 * @param pp variance of the position, px²
 * @param pv covariance of position and velocity
 * @param vv variance of the velocity, px²/s²
 */
public record Motion(double position, double velocity, double pp, double pv, double vv) {

  private static final double FADING_SECONDS = 1;

  /** Errors as shares of the box height: of one detection, and of how much people accelerate. */
  private static final double DETECTION_ERROR = 0.05;

  private static final double ACCELERATION = 0.5;

  /** First sight: any speed up to about one box height a second. */
  static Motion at(double position, double heightPx) {
    double error = DETECTION_ERROR * heightPx;
    double speed = 0.5 * heightPx;
    return new Motion(position, 0, error * error, 0, speed * speed);
  }

  /** Where it will be. */
  Motion after(double seconds, double heightPx) {
    double kept = Math.exp(-seconds / FADING_SECONDS);
    double reach = FADING_SECONDS * (1 - kept);
    double push = ACCELERATION * heightPx * reach;
    return new Motion(
        position + velocity * reach,
        velocity * kept,
        pp + 2 * reach * pv + reach * reach * vv + push * push / 4,
        kept * (pv + reach * vv) + push * push / 2,
        kept * kept * vv + push * push);
  }

  /** Corrected by what was measured. */
  Motion seenAt(double measured, double heightPx) {
    double error = DETECTION_ERROR * heightPx;
    double gain = pp / (pp + error * error);
    double velocityGain = pv / (pp + error * error);
    double surprise = measured - position;
    return new Motion(
        position + gain * surprise,
        velocity + velocityGain * surprise,
        (1 - gain) * pp,
        (1 - gain) * pv,
        vv - velocityGain * pv);
  }
}
