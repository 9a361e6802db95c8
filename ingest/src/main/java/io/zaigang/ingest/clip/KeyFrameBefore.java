package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Instant;

/** Finds where decoding must begin to see an instant. */
final class KeyFrameBefore {

  private KeyFrameBefore() {}

  /** Media time of the last key frame at or before this; the segment's first where none is. */
  static Instant find(Segment segment, Instant at) throws IOException {
    Instant found = segment.start();
    try (SegmentPackets packets = SegmentPackets.open(segment);
        VideoPacket packet = new VideoPacket()) {
      while (packets.read(packet)) {
        Instant shown = packets.shownAt(packet);
        if (packet.isKeyFrame() && !shown.isAfter(at)) {
          found = shown;
        }
      }
    }
    return found;
  }
}
