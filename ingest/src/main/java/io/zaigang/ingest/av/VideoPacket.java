package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * One compressed picture as the camera sent it. Times are ticks of 1/90,000 s on the stream's own
 * clock. Owns a reference to the data until closed. Not thread-safe.
 */
public final class VideoPacket implements AutoCloseable {

  private final AVPacket packet;
  private TimeBase timeBase = TimeBase.SEGMENT;

  /** An empty packet, to be filled by a source again and again. */
  public VideoPacket() {
    Av.load();
    packet = av_packet_alloc();
  }

  /** A second reference to the same data, for a receiver that keeps it; the caller closes it. */
  public VideoPacket keep() throws AvException {
    VideoPacket copy = new VideoPacket();
    copy.timeBase = timeBase;
    Av.check(av_packet_ref(copy.packet, packet), "a packet cannot be kept");
    return copy;
  }

  AVPacket filled(TimeBase by) {
    timeBase = by;
    return packet;
  }

  AVPacket packet() {
    return packet;
  }

  public boolean isKeyFrame() {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  public int sizeBytes() {
    return packet.size();
  }

  /** When it is shown; empty where the stream does not say. */
  public OptionalLong pts() {
    return ticks(packet.pts());
  }

  /** When it is decoded; empty where the stream does not say. */
  public OptionalLong dts() {
    return ticks(packet.dts());
  }

  /** How long it is shown, or 0 where the stream does not say. */
  public long duration() {
    return Math.max(0, timeBase.convert(packet.duration(), TimeBase.SEGMENT));
  }

  /**
   * The sender's own wall clock that came with this packet, in microseconds since the epoch;
   * present once it has sent an RTCP sender report. For whose picture it is see {@link RtspInput}.
   */
  OptionalLong senderMicros() {
    try (SizeTPointer size = new SizeTPointer(1)) {
      BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, size);
      if (data == null || data.isNull()) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(new AVProducerReferenceTime(data).wallclock());
    }
  }

  /** The data itself, copied. */
  public byte[] bytes() {
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    return bytes;
  }

  private OptionalLong ticks(long value) {
    return value == AV_NOPTS_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(timeBase.convert(value, TimeBase.SEGMENT));
  }

  @Override
  public void close() {
    if (!packet.isNull()) {
      av_packet_free(packet);
    }
  }
}
