package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentMuxer;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Lays packets of several segments on one clip's time line, piece after piece. */
final class ClipTrack {

  private static final long TICKS_PER_MILLI = 90;

  private final SegmentMuxer muxer;
  private Instant begin = Instant.EPOCH;
  private Instant to = Instant.EPOCH;
  private Instant firstShown = Instant.EPOCH;
  private Instant endShown = Instant.EPOCH;
  private long base;
  private long firstTicks;
  private long endTicks;
  private boolean wrote;
  private long lastDts = Long.MIN_VALUE / 2;

  ClipTrack(SegmentMuxer muxer) {
    this.muxer = muxer;
  }

  /** Begins a piece where the one before ended: this wall time becomes that media time. */
  void begin(Instant from, Instant until) {
    begin = from;
    to = until;
    base = endTicks;
    wrote = false;
  }

  /** Copies what lies in the piece's span. */
  void copy(Segment segment, SegmentPackets packets, VideoPacket packet) throws IOException {
    long origin = base + Duration.between(begin, segment.start()).toMillis() * TICKS_PER_MILLI;
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
      note(pts, shown, packet.duration());
    }
  }

  private void note(long pts, Instant shown, long duration) {
    Instant shownUntil = shown.plusMillis(duration / TICKS_PER_MILLI);
    if (!wrote) {
      wrote = true;
      firstTicks = pts;
      firstShown = shown;
      endShown = shownUntil;
    }
    endTicks = Math.max(endTicks, pts + duration);
    endShown = endShown.isBefore(shownUntil) ? shownUntil : endShown;
  }

  private boolean decodesAfterEnd(Segment segment, SegmentPackets packets, VideoPacket packet) {
    Instant decoded = segment.start().plusMillis(packets.decodeTicks(packet) / TICKS_PER_MILLI);
    return decoded.isAfter(to);
  }

  /** True where the piece holds a picture. */
  boolean wrote() {
    return wrote;
  }

  /** Media time of the piece's first picture. */
  long firstTicks() {
    return firstTicks;
  }

  /** Wall time of the piece's first picture. */
  Instant firstShown() {
    return firstShown;
  }

  /** End of the piece's last picture, in wall time. */
  Instant endShown() {
    return endShown;
  }

  /** End of everything so far, in media time. */
  long endTicks() {
    return endTicks;
  }
}
