package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;

/**
 * Media time inside a segment: its start plus the distance from its first time stamp.
 *
 * @param firstPts time stamp of the segment's first frame, in the file's ticks
 */
record SegmentClock(Segment segment, TimeBase timeBase, long firstPts) {

  /** Milliseconds since the epoch, to the nearest. */
  long millis(long pts) {
    return segment.start().toEpochMilli() + timeBase.millis(pts - firstPts);
  }
}
