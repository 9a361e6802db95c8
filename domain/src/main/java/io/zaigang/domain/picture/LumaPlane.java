package io.zaigang.domain.picture;

import java.nio.ByteBuffer;

/**
 * How bright each pixel of a picture is, one byte a pixel, as its camera sent it.
 *
 * @param pixels direct buffer from the first pixel to the last, position 0
 * @param strideBytes bytes from the start of one row to the next
 * @param range what black and white are
 */
public record LumaPlane(ByteBuffer pixels, int strideBytes, Range range) {

  /** Levels of black and white. */
  public enum Range {
    /** 0 and 255. */
    FULL,
    /** 16 and 235, as video mostly has it. */
    LIMITED
  }
}
