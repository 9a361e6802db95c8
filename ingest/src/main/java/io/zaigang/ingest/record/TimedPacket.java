package io.zaigang.ingest.record;

import io.zaigang.ingest.av.VideoPacket;

/**
 * A packet with times that can be relied on, in ticks of 1/90,000 s: decode times grow with every
 * packet and never exceed the time of display.
 *
 * @param packet owned by whoever holds this
 */
record TimedPacket(VideoPacket packet, long pts, long dts, long duration) {

  /** Ticks in a second. */
  static final long TICKS_PER_SECOND = 90_000;

  static long ticks(long millis) {
    return millis * TICKS_PER_SECOND / 1000;
  }

  /** Ticks to milliseconds, to the nearest. */
  static long millis(long ticks) {
    return Math.floorDiv(ticks + 45, 90);
  }
}
