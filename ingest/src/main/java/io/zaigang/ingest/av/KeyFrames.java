package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.zaigang.ingest.footage.Segment;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** The key frames of a segment, compressed, with their media times. Owns the packets. */
final class KeyFrames implements AutoCloseable {

  private final List<AVPacket> packets = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();
  private SegmentClock clock;

  private KeyFrames(SegmentClock clock) {
    this.clock = clock;
  }

  /** Reads them all: a segment has one or two, unless the camera sends nothing else. */
  static KeyFrames read(Segment segment, MediaInput input) throws AvException {
    KeyFrames keys = new KeyFrames(new SegmentClock(segment, input.timeBase(), 0));
    input.keyFramesOnly();
    AVPacket packet = av_packet_alloc();
    try {
      while (input.read(packet)) {
        if (keys.packets.isEmpty()) {
          keys.clock = new SegmentClock(segment, input.timeBase(), packet.pts());
        }
        keys.millis.add(keys.clock.millis(packet.pts()));
        keys.packets.add(av_packet_clone(packet));
      }
      if (keys.packets.isEmpty()) {
        throw new AvException("holds no key frame");
      }
      return keys;
    } catch (AvException e) {
      keys.close();
      throw e;
    } finally {
      av_packet_free(packet);
    }
  }

  SegmentClock clock() {
    return clock;
  }

  int size() {
    return packets.size();
  }

  /** Still owned here. */
  AVPacket packet(int index) {
    return packets.get(index);
  }

  /** Media times in milliseconds since the epoch, ascending. */
  List<Long> millis() {
    return millis;
  }

  @Override
  public void close() {
    packets.forEach(packet -> av_packet_free(packet));
    packets.clear();
  }
}
