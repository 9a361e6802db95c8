package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import org.jspecify.annotations.Nullable;

/** A segment that does not open: one undecodable span, as long as its name says. */
final class UnreadableSegment implements SegmentFrames {

  private @Nullable FrameReading span;

  UnreadableSegment(Segment segment, AvException cause) {
    span =
        new UndecodableSpan(
            segment.start(), segment.end(), segment.fileName() + " " + cause.getMessage());
  }

  @Override
  public @Nullable FrameReading next() {
    FrameReading reading = span;
    span = null;
    return reading;
  }

  @Override
  public int framesDecoded() {
    return 0;
  }

  @Override
  public void close() {}
}
