package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which frames of a segment stand for which slots; worked out from the segment's span and its key
 * frames alone.
 *
 * <p>Where key frames come often enough, a slot's sample is its first key frame. A slot that has
 * none although it lies wholly inside (key frames drift against the grid) takes its first frame:
 * the last key frame is then just before it. A slot that reaches past the segment's end without a
 * key frame is left to the next segment, which begins with one. Where key frames are too far apart,
 * every slot takes its first frame.
 */
record SlotPlan(Deque<Target> targets, boolean keyFramesSuffice) {

  /** Key frames may be this much further apart than slots are long, and still serve. */
  private static final double KEY_FRAME_SLACK = 1.1;

  /**
   * One wanted sample: the first frame in {@code [notBeforeMillis, beforeMillis)}.
   *
   * @param slot of the sample grid
   */
  record Target(long slot, long notBeforeMillis, long beforeMillis) {}

  /**
   * Plans the slots from {@code firstSlot} on.
   *
   * @param keyMillis media times of the key frames, ascending, the first at the segment's start
   */
  static SlotPlan of(Segment segment, List<Long> keyMillis, SampleGrid grid, long firstSlot) {
    boolean dense = areDense(segment, keyMillis, grid);
    boolean keyFramesSuffice = dense;
    Deque<Target> targets = new ArrayDeque<>();
    long start = segment.start().toEpochMilli();
    long end = segment.end().toEpochMilli();
    long lastSlot = grid.slotOf(Instant.ofEpochMilli(end - 1));
    int key = 0;
    for (long slot = Math.max(firstSlot, grid.slotOf(segment.start())); slot <= lastSlot; slot++) {
      long from = Math.max(start, grid.startOf(slot).toEpochMilli());
      long to = grid.startOf(slot + 1).toEpochMilli();
      if (!dense) {
        targets.add(new Target(slot, from, to));
        continue;
      }
      while (key < keyMillis.size() && keyMillis.get(key) < from) {
        key++;
      }
      if (key < keyMillis.size() && keyMillis.get(key) < to) {
        targets.add(new Target(slot, keyMillis.get(key), to));
      } else if (to <= end) {
        targets.add(new Target(slot, from, to));
        keyFramesSuffice = false;
      }
    }
    return new SlotPlan(targets, keyFramesSuffice);
  }

  private static boolean areDense(Segment segment, List<Long> keyMillis, SampleGrid grid) {
    long widest = 0;
    long previous = segment.start().toEpochMilli();
    for (long key : keyMillis) {
      widest = Math.max(widest, key - previous);
      previous = key;
    }
    widest = Math.max(widest, segment.end().toEpochMilli() - previous);
    return widest <= grid.slotMillis() * KEY_FRAME_SLACK;
  }
}
