package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of packets into segments: a new one at the first key frame once a segment is long
 * enough. Neighbours meet exactly: one ends in the millisecond in which the next begins. Packets
 * before the first key frame are left out. Not thread-safe.
 */
final class SegmentCutter implements AutoCloseable {

  /** Long enough to be few files, short enough to be a small delay. */
  static final Duration TARGET = Duration.ofSeconds(4);

  /**
   * A key frame this much early still ends a segment: cameras whose key frames come each two
   * seconds, give or take a frame, should not get segments of six.
   */
  private static final long EARLY_TICKS = TimedPacket.ticks(300);

  /** What the cutter needs to know and tell. */
  interface Target {
    /** Begins a file for a segment. */
    SegmentWriter begin(Instant provisionalStart) throws IOException;

    /** The wall clock of a picture shown at these ticks, as well as it is known by now. */
    Instant wallClock(long pts);

    /**
     * Fixes the start of a segment that follows no other, now that it is finished.
     *
     * @param firstPts ticks of its first picture
     * @param endPts ticks at which it ends
     */
    Instant startOfRun(long firstPts, long endPts);

    /** A segment is finished and in its place. */
    void published(Segment segment);
  }

  private final Target target;
  private @Nullable SegmentWriter writer;

  /** Start of the open segment where one before it ended there; null at the start of a run. */
  private @Nullable Instant fixedStart;

  private long firstPts;
  private long endPts;

  SegmentCutter(Target target) {
    this.target = target;
  }

  /** Takes the next packet in decode order; it stays the caller's. */
  void write(TimedPacket timed) throws IOException {
    boolean key = timed.packet().isKeyFrame();
    SegmentWriter open = writer;
    if (open != null && key && isLongEnough(timed.pts())) {
      fixedStart = publish(open, timed.pts());
      open = null;
    }
    if (open == null) {
      if (!key) {
        return;
      }
      open = begin(timed);
    }
    open.write(timed);
    endPts = Math.max(endPts, timed.pts() + timed.duration());
  }

  private boolean isLongEnough(long keyPts) {
    return keyPts - firstPts >= TimedPacket.ticks(TARGET.toMillis()) - EARLY_TICKS;
  }

  /** Ends the open segment where its last picture ends; the next packet begins a new run. */
  void cut() throws IOException {
    SegmentWriter open = writer;
    if (open != null) {
      publish(open, endPts);
    }
    fixedStart = null;
  }

  /** True while a segment is open. */
  boolean isOpen() {
    return writer != null;
  }

  private SegmentWriter begin(TimedPacket key) throws IOException {
    firstPts = key.pts();
    endPts = key.pts();
    Instant start = fixedStart == null ? target.wallClock(key.pts()) : fixedStart;
    SegmentWriter begun = target.begin(start);
    writer = begun;
    return begun;
  }

  /** Returns the end, where the next segment begins. */
  private Instant publish(SegmentWriter open, long toPts) throws IOException {
    try (open) {
      writer = null;
      Instant start = fixedStart == null ? target.startOfRun(firstPts, toPts) : fixedStart;
      Instant end = target.wallClock(toPts);
      Instant later = end.isAfter(start) ? end : start.plusMillis(1);
      target.published(open.publish(start, Duration.between(start, later)));
      return later;
    }
  }

  /** Leaves the open segment, if any, unfinished; the next key frame begins a new run. */
  @Override
  public void close() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
    fixedStart = null;
  }
}
