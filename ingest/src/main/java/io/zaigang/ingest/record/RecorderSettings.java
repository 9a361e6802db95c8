package io.zaigang.ingest.record;

import java.time.Duration;

/**
 * How patient the recorder is.
 *
 * @param connectLimit longest time for connecting to a camera
 * @param packetLimit longest wait for a packet; a camera that sends nothing for longer is offline
 * @param firstBackoff wait before the first new attempt, doubled with every further one
 * @param longestBackoff longest wait between attempts
 * @param shard which of several recorders it is
 */
public record RecorderSettings(
    Duration connectLimit,
    Duration packetLimit,
    Duration firstBackoff,
    Duration longestBackoff,
    Shard shard) {

  /** For real cameras. */
  public static final RecorderSettings DEFAULT =
      new RecorderSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Shard.ONLY);

  public RecorderSettings {
    positive("connectLimit", connectLimit);
    positive("packetLimit", packetLimit);
    positive("firstBackoff", firstBackoff);
    if (longestBackoff.compareTo(firstBackoff) < 0) {
      throw new IllegalArgumentException(
          "longestBackoff is " + longestBackoff + ", shorter than firstBackoff " + firstBackoff);
    }
  }

  /** The same for one of several recorders. */
  public RecorderSettings as(Shard other) {
    return new RecorderSettings(connectLimit, packetLimit, firstBackoff, longestBackoff, other);
  }

  private static void positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be longer than nothing");
    }
  }
}
