package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;

/** The packets of one segment, each with its media time. Not thread-safe. */
public final class SegmentPackets implements AutoCloseable {

  private final Segment segment;
  private final MediaInput input;
  private final VideoFormat format;
  private long firstPts;
  private boolean begun;

  private SegmentPackets(Segment segment, MediaInput input) throws AvException {
    this.segment = segment;
    this.input = input;
    this.format = VideoFormat.copyOf(input.parameters());
  }

  /** Opens a segment. */
  public static SegmentPackets open(Segment segment) throws AvException {
    MediaInput input = MediaInput.openSegment(segment.file());
    try {
      return new SegmentPackets(segment, input);
    } catch (AvException e) {
      input.close();
      throw e;
    }
  }

  public VideoFormat format() {
    return format;
  }

  /**
   * Fills the packet with the next one of the segment, in decode order.
   *
   * @return false at the end
   */
  public boolean read(VideoPacket packet) throws AvException {
    if (!input.read(packet.filled(input.timeBase()))) {
      return false;
    }
    if (!begun) {
      begun = true;
      firstPts = packet.pts().orElse(0);
    }
    return true;
  }

  /** Ticks of 1/90,000 s from the segment's first picture to when this packet is shown. */
  public long shownTicks(VideoPacket packet) {
    return packet.pts().orElse(firstPts) - firstPts;
  }

  /** Ticks from the segment's first picture to when this packet is decoded; may be negative. */
  public long decodeTicks(VideoPacket packet) {
    return packet.dts().orElse(packet.pts().orElse(firstPts)) - firstPts;
  }

  /** When a packet is shown, to the nearest millisecond. */
  public Instant shownAt(VideoPacket packet) {
    return segment.start().plusMillis(TimeBase.SEGMENT.millis(shownTicks(packet)));
  }

  @Override
  public void close() {
    format.close();
    input.close();
  }
}
