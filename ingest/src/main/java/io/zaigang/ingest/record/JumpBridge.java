package io.zaigang.ingest.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

  /** Enough to see every place in a group of pictures that are sent out of order. */
  private static final int LEADS = 16;

  /** A picture on the stream's own clock, and when it came in. */
  record Arrived(OptionalLong pts, long arrivalNanos) {}

  /** By how much the last pictures are ahead of their arrival, up to one constant. */
  private final Deque<Long> leads = new ArrayDeque<>();

  private long shift;
  private long newest;
  private long newestArrival;
  private boolean begun;
  private int jumps;

  /** True where this picture's time does not follow from the one before. */
  boolean isJump(OptionalLong pts, long arrivalNanos) {
    return begun
        && pts.isPresent()
        && isJump(pts.getAsLong() + shift - newest, elapsedTicks(arrivalNanos));
  }

  /**
   * Bridges a jump, now that the pictures behind it are known too. Before and after it the picture
   * that is sent the longest before it is shown must be so by as much: one picture alone would not
   * do where they are sent out of order.
   *
   * @param interval ticks between pictures; they stay that far apart
   */
  void bridge(List<Arrived> behind, long interval) {
    long lead = leads.stream().mapToLong(Long::longValue).max().orElse(0);
    long leadBehind = Long.MIN_VALUE;
    for (Arrived picture : behind) {
      if (picture.pts().isPresent()) {
        long stated = picture.pts().getAsLong() - ticks(picture.arrivalNanos());
        leadBehind = Math.max(leadBehind, stated);
      }
    }
    shift = lead - leadBehind;
    long first = behind.get(0).pts().orElseThrow() + shift - newest;
    shift += Math.round((double) first / interval) * interval - first;
    leads.clear();
    newest = Math.max(newest, behind.get(0).pts().orElseThrow() + shift);
    newestArrival = behind.get(0).arrivalNanos();
    jumps++;
  }

  /** The mended time; null where there is none to mend. */
  @Nullable Long mend(OptionalLong pts, long arrivalNanos) {
    if (pts.isEmpty()) {
      return null;
    }
    long raw = pts.getAsLong();
    if (!begun) {
      begun = true;
      shift = PacketTimeline.ORIGIN - raw;
    } else if (isJump(pts, arrivalNanos)) {
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
    leads.addLast(mended - ticks(arrivalNanos));
    if (leads.size() > LEADS) {
      leads.removeFirst();
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
        : Math.max(0, ticks(arrivalNanos - newestArrival));
  }

  private static long ticks(long nanos) {
    return nanos / 100_000 * 9;
  }
}
