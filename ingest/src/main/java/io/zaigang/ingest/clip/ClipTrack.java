package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentMuxer;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Lays packets of several segments on one clip's time line, which begins at its first picture. */
final class ClipTrack {

  private static final long TICKS_PER_MILLI = 90;

  private final SegmentMuxer muxer;
  private final Instant begin;
  private final Instant to;
  private Instant end;
  private long lastDts = Long.MIN_VALUE / 2;

  ClipTrack(SegmentMuxer muxer, Instant begin, Instant to) {
    this.muxer = muxer;
    this.begin = begin;
    this.to = to;
    this.end = begin;
  }

  /** Copies what lies in the clip's span. */
  void copy(Segment segment, SegmentPackets packets, VideoPacket packet) throws IOException {
    long origin = Duration.between(begin, segment.start()).toMillis() * TICKS_PER_MILLI;
    boolean running = false;
    while (packets.read(packet)) {
      Instant shown = packets.shownAt(packet);
      if (packet.isKeyFrame() && shown.isAfter(to)) {
        return;
      }
      running |= packet.isKeyFrame() && !shown.isBefore(begin);
      // Pictures shown after the end stay where later ones before the end refer to them.
      if (!running || (decodesAfterEnd(segment, packets, packet) && shown.isAfter(to))) {
        continue;
      }
      long dts = Math.max(origin + packets.decodeTicks(packet), lastDts + 1);
      long pts = Math.max(origin + packets.shownTicks(packet), dts);
      muxer.write(packet, pts, dts, packet.duration());
      lastDts = dts;
      Instant shownUntil = shown.plusMillis(packet.duration() / TICKS_PER_MILLI);
      end = end.isBefore(shownUntil) ? shownUntil : end;
    }
  }

  private boolean decodesAfterEnd(Segment segment, SegmentPackets packets, VideoPacket packet) {
    Instant decoded = segment.start().plusMillis(packets.decodeTicks(packet) / TICKS_PER_MILLI);
    return decoded.isAfter(to);
  }

  Instant end() {
    return end;
  }
}
