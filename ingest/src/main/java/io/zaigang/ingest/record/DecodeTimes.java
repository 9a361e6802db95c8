package io.zaigang.ingest.record;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Decode times: growing with every packet, and never after the picture is shown.
 *
 * <p>Where a stream does not give them, they follow from the times of display: with pictures
 * reordered by at most {@code depth}, the n-th packet is decoded when the (n − depth)-th picture is
 * shown.
 */
final class DecodeTimes {

  private static final long PAUSE = TimedPacket.TICKS_PER_SECOND;

  private final int depth;
  private final long interval;
  private final boolean given;
  private final PriorityQueue<Long> shown = new PriorityQueue<>();
  private long last = Long.MIN_VALUE;
  private long newest = Long.MAX_VALUE / -2;

  private DecodeTimes(int depth, long interval, boolean given) {
    this.depth = depth;
    this.interval = interval;
    this.given = given;
  }

  /** For a stream that gives them. */
  static DecodeTimes given() {
    return new DecodeTimes(0, 0, true);
  }

  /**
   * For a stream that does not.
   *
   * @param depth by how many places a packet comes before its turn to be shown
   * @param interval ticks between pictures
   */
  static DecodeTimes computed(int depth, long interval) {
    return new DecodeTimes(depth, interval, false);
  }

  /** The largest number of packets that come before one although they are shown after it. */
  static int reorderDepth(List<Long> ptsInDecodeOrder) {
    int depth = 0;
    for (int i = 0; i < ptsInDecodeOrder.size(); i++) {
      int later = 0;
      for (int j = 0; j < i; j++) {
        if (ptsInDecodeOrder.get(j) > ptsInDecodeOrder.get(i)) {
          later++;
        }
      }
      depth = Math.max(depth, later);
    }
    return depth;
  }

  /** The decode time of the next packet. */
  long next(long pts, @Nullable Long stated) {
    long dts = given && stated != null ? stated : compute(pts);
    last = Math.max(Math.min(dts, pts), last == Long.MIN_VALUE ? Long.MIN_VALUE : last + 1);
    return last;
  }

  private long compute(long pts) {
    if (pts - newest > PAUSE) {
      // Behind a pause nothing is decoded at the time of what was shown before it.
      shown.clear();
    }
    newest = Math.max(newest, pts);
    if (shown.isEmpty()) {
      for (int i = depth; i > 0; i--) {
        shown.add(pts - i * interval);
      }
    }
    shown.add(pts);
    return shown.size() > depth ? shown.remove() : pts;
  }
}
