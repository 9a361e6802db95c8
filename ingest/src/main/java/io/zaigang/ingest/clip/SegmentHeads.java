package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Heads of segments, remembered: finished segments never change. Safe for several threads. */
final class SegmentHeads {

  private static final int REMEMBERED = 100_000;

  private final Map<Path, SegmentHead> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, SegmentHead> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Empty where the file is gone or is no segment. */
  Optional<SegmentHead> of(Segment segment) {
    synchronized (remembered) {
      SegmentHead known = remembered.get(segment.file());
      if (known != null) {
        return Optional.of(known);
      }
    }
    try {
      SegmentHead head = SegmentHead.read(segment.file());
      synchronized (remembered) {
        remembered.put(segment.file(), head);
      }
      return Optional.of(head);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
