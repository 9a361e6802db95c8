package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.zaigang.ingest.footage.Segment;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/** Looks whether a segment holds what its name says: decodes every picture of it. */
public final class SegmentCheck {

  /** Footage may end this much before its name says: the last picture's own duration. */
  private static final long TAIL_TOLERANCE_MILLIS = 1500;

  private final SegmentClock clock;
  private long lastMillis;

  private SegmentCheck(SegmentClock clock) {
    this.clock = clock;
    this.lastMillis = clock.segment().start().toEpochMilli();
  }

  /** What is wrong with a segment; empty when nothing is. */
  public static Optional<String> problemOf(Segment segment) {
    try (MediaInput input = MediaInput.openSegment(segment.file());
        VideoDecoder decoder = new VideoDecoder(input.parameters(), input.timeBase())) {
      return Optional.ofNullable(decodeAll(segment, input, decoder));
    } catch (AvException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String decodeAll(Segment segment, MediaInput input, VideoDecoder decoder)
      throws AvException {
    SegmentCheck check = null;
    AVPacket packet = av_packet_alloc();
    try {
      while (input.read(packet)) {
        if (check == null) {
          check = new SegmentCheck(new SegmentClock(segment, input.timeBase(), packet.pts()));
        }
        check.lastMillis = Math.max(check.lastMillis, check.clock.millis(packet.pts()));
        decoder.send(packet);
        if (!check.takePictures(decoder)) {
          return "holds a damaged picture near " + check.lastMillis;
        }
      }
      decoder.drain();
      if (check == null) {
        return "holds no packets";
      }
      return check.takePictures(decoder) ? check.spanProblem() : "holds a damaged picture";
    } finally {
      av_packet_free(packet);
    }
  }

  private boolean takePictures(VideoDecoder decoder) throws AvException {
    while (decoder.receive()) {
      if (decoder.frameIsDamaged()) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String spanProblem() {
    long missing = clock.segment().end().toEpochMilli() - lastMillis;
    return missing > TAIL_TOLERANCE_MILLIS ? "ends " + missing + " ms before its time" : null;
  }
}
