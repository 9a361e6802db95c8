package io.zaigang.ingest.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Which wall clock a picture was taken at, worked out for one connection from when its packets come
 * in and, where the camera sends them, from its RTCP sender reports.
 *
 * <p>Arrival only ever comes late, so the least delay of the last half minute is the best guess. A
 * camera's own clock has no such delay and is taken where it agrees with ours within {@link
 * #TRUSTED_MILLIS}; by more it is wrong, and only its error is published. Once footage is named,
 * the relation changes slowly only ({@link #SLEW_MILLIS_PER_SECOND}), so that time never jumps
 * inside a recording. Not thread-safe.
 */
final class StreamClock {

  static final long TRUSTED_MILLIS = 2_000;
  static final long SLEW_MILLIS_PER_SECOND = 5;

  private static final long WINDOW_MILLIS = 30_000;
  private static final long STEP_MILLIS = 2_000;
  private static final long STEP_AFTER_MILLIS = 10_000;

  private record Arrival(long millis, long offset) {}

  /** Arrivals whose offset may yet become the least of the window: offsets ascending. */
  private final Deque<Arrival> window = new ArrayDeque<>();

  private boolean begun;
  private boolean settled;
  private double offset;
  private long lastMillis;
  private long disagreeingSince = Long.MAX_VALUE;
  private OptionalLong cameraAhead = OptionalLong.empty();

  /**
   * Takes one packet into account.
   *
   * @param pts ticks, on the mended time line
   * @param arrivalMillis our wall clock when it came in
   * @param senderMicros the camera's wall clock for it, if known
   */
  void observe(long pts, long arrivalMillis, OptionalLong senderMicros) {
    long media = TimedPacket.millis(pts);
    long least = leastOffset(new Arrival(arrivalMillis, arrivalMillis - media));
    long target = least;
    if (senderMicros.isPresent()) {
      long sender = senderMicros.getAsLong() / 1000 - media;
      cameraAhead = OptionalLong.of(sender - least);
      if (Math.abs(sender - least) <= TRUSTED_MILLIS) {
        target = sender;
      }
    }
    if (!settled) {
      offset = target;
    } else {
      slew(target, arrivalMillis);
    }
    begun = true;
    lastMillis = arrivalMillis;
  }

  private long leastOffset(Arrival arrival) {
    while (!window.isEmpty() && window.getLast().offset() >= arrival.offset()) {
      window.removeLast();
    }
    window.addLast(arrival);
    while (arrival.millis() - window.getFirst().millis() > WINDOW_MILLIS) {
      window.removeFirst();
    }
    return window.getFirst().offset();
  }

  private void slew(long target, long nowMillis) {
    double most = SLEW_MILLIS_PER_SECOND * Math.max(0, nowMillis - lastMillis) / 1000.0;
    double difference = target - offset;
    offset += Math.max(-most, Math.min(most, difference));
    if (Math.abs(difference) <= STEP_MILLIS) {
      disagreeingSince = Long.MAX_VALUE;
    } else {
      disagreeingSince = Math.min(disagreeingSince, nowMillis);
    }
  }

  /** Footage bears names by this clock now: from here on it only slews. */
  void settle() {
    settled = true;
  }

  /** True where the clocks have disagreed for so long that the recording must begin anew. */
  boolean hasStepped() {
    return disagreeingSince != Long.MAX_VALUE && lastMillis - disagreeingSince > STEP_AFTER_MILLIS;
  }

  /** Forgets the relation found so far. */
  void restart() {
    window.clear();
    settled = false;
    begun = false;
    disagreeingSince = Long.MAX_VALUE;
  }

  boolean isBegun() {
    return begun;
  }

  /** Puts everything later by so much; it slews back from there. */
  void delay(Duration by) {
    offset += by.toMillis();
    settled = true;
  }

  /** The wall clock of a picture shown at these ticks. */
  Instant at(long pts) {
    return Instant.ofEpochMilli(Math.round(TimedPacket.millis(pts) + offset));
  }

  /** By how many milliseconds the camera's own clock is ahead of ours; empty where not known. */
  OptionalLong cameraAheadMillis() {
    return cameraAhead;
  }
}
