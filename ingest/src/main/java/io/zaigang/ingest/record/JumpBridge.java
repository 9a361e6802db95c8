package io.zaigang.ingest.record;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Shifts a stream's times so that they go on evenly when the camera's stream clock jumps: wraps
 * round, starts again from zero, or leaps ahead. A real pause shows in the arrival of the packets
 * as well, and stays.
 */
final class JumpBridge {

  /** Reordered pictures step back by less than this. */
  private static final long BACK_LIMIT = TimedPacket.TICKS_PER_SECOND;

  /** A leap ahead that arrival does not explain by this much is a jump. */
  private static final long AHEAD_LIMIT = 2 * TimedPacket.TICKS_PER_SECOND;

  private static final long INTERVAL = TimedPacket.TICKS_PER_SECOND / 25;

  private long shift;
  private long newest;
  private long newestArrival;
  private boolean begun;
  private int jumps;

  /** The mended time; null where there is none to mend. */
  @Nullable Long mend(OptionalLong pts, long arrivalNanos) {
    if (pts.isEmpty()) {
      return null;
    }
    long raw = pts.getAsLong();
    if (!begun) {
      begun = true;
      shift = PacketTimeline.ORIGIN - raw;
    } else if (isJump(raw + shift - newest, elapsedTicks(arrivalNanos))) {
      shift = newest + Math.max(INTERVAL, elapsedTicks(arrivalNanos)) - raw;
      newest = raw + shift;
      newestArrival = arrivalNanos;
      jumps++;
    }
    long mended = raw + shift;
    if (mended >= newest) {
      newest = mended;
      newestArrival = arrivalNanos;
    }
    return mended;
  }

  /** What is added to the stream's own ticks now. */
  long shift() {
    return shift;
  }

  int jumps() {
    return jumps;
  }

  private static boolean isJump(long step, long elapsed) {
    return step < -BACK_LIMIT || (elapsed >= 0 && step > elapsed + AHEAD_LIMIT);
  }

  /** Ticks since the newest picture came in; −1 for files, which do not arrive. */
  private long elapsedTicks(long arrivalNanos) {
    return arrivalNanos == PacketTimeline.NO_ARRIVAL
        ? -1
        : Math.max(0, (arrivalNanos - newestArrival) / 100_000 * 9);
  }
}
