package io.zaigang.ingest.av;

import java.time.Duration;

/**
 * How pictures are encoded to H.264.
 *
 * @param widthPx even
 * @param heightPx even
 * @param framesPerSecond for the encoder's rate control; times of the pictures are their own
 * @param keyFrameEvery time between key frames
 */
public record EncoderSettings(
    int widthPx, int heightPx, double framesPerSecond, Duration keyFrameEvery) {

  /** Bits a pixel and picture: plain scenes look clean at this. */
  private static final double BITS_PER_PIXEL = 0.12;

  public EncoderSettings {
    if (widthPx <= 0 || heightPx <= 0 || widthPx % 2 != 0 || heightPx % 2 != 0) {
      throw new IllegalArgumentException(
          "A picture's width and height must be even, not " + widthPx + "×" + heightPx);
    }
    if (!(framesPerSecond > 0) || framesPerSecond > 120) {
      throw new IllegalArgumentException(
          "fps is " + framesPerSecond + "; it must be above 0 and at most 120");
    }
    if (keyFrameEvery.isNegative() || keyFrameEvery.isZero()) {
      throw new IllegalArgumentException("Key frames come after more than " + keyFrameEvery);
    }
  }

  /** Pictures from one key frame to the next. */
  int picturesPerGroup() {
    return (int) Math.max(1, Math.round(keyFrameEvery.toMillis() / 1000.0 * framesPerSecond));
  }

  long bitsPerSecond() {
    return Math.max(300_000, (long) (BITS_PER_PIXEL * widthPx * heightPx * framesPerSecond));
  }
}
