package io.zaigang.ingest.footage;

import java.time.Duration;

/**
 * How long footage is kept, and how much room must stay free.
 *
 * @param keep footage older than this is deleted, unless it is held
 * @param floorBytes below this much free space the oldest footage that is not held is deleted early
 * @param warnBytes below this much free space there is a warning; at least the floor
 * @param untouchable footage younger than this is never deleted for want of space: a disk that
 *     something else fills must not cost the footage of today
 */
public record RetentionSettings(
    Duration keep, long floorBytes, long warnBytes, Duration untouchable) {

  private static final long GIGABYTE = 1_000_000_000L;

  /** A month; room for a few hours of a whole hall as the floor. */
  public static final RetentionSettings DEFAULT =
      new RetentionSettings(Duration.ofDays(30), 5 * GIGABYTE, 25 * GIGABYTE, Duration.ofDays(1));

  public RetentionSettings {
    if (keep.compareTo(untouchable) < 0 || untouchable.isNegative()) {
      throw new IllegalArgumentException(
          "Footage is to be kept for " + keep + "; the least is " + untouchable);
    }
    if (floorBytes < 0 || warnBytes < floorBytes) {
      throw new IllegalArgumentException(
          "The warning (%d bytes free) must come before footage is deleted (%d bytes free)"
              .formatted(warnBytes, floorBytes));
    }
  }

  /** The same with another time that footage is kept. */
  public RetentionSettings keeping(Duration other) {
    return new RetentionSettings(other, floorBytes, warnBytes, untouchable);
  }
}
