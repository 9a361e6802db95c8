package io.zaigang.ingest.footage;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** The oldest segment of one camera that retention has not looked at, and those after it. */
record Queued(Segment segment, Iterator<Segment> rest) {

  static Optional<Queued> next(Iterator<Segment> segments) {
    return segments.hasNext()
        ? Optional.of(new Queued(segments.next(), segments))
        : Optional.empty();
  }

  Instant start() {
    return segment.start();
  }
}
