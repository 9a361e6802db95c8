package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a camera. Every wait has a limit that really fires: FFmpeg's own time-outs do
 * not cover a camera that keeps the connection and sends nothing. One thread reads; {@link
 * #abandon} may come from another.
 */
public final class RtspInput implements AutoCloseable {

  private static final int UNSUPPORTED_VIDEO = -1;

  private final Duration packetLimit;
  private final Deadline deadline;
  private final AVFormatContext context;
  private int streamIndex = UNSUPPORTED_VIDEO;
  private TimeBase timeBase = TimeBase.SEGMENT;
  private boolean silent;
  private @Nullable PacketArrival arrival;
  private @Nullable PacketArrival nextArrival;

  /**
   * Prepares a connection; nothing is sent before {@link #open}.
   *
   * @param packetLimit longest wait for a packet
   */
  public RtspInput(Duration packetLimit) {
    Av.load();
    this.packetLimit = packetLimit;
    this.deadline = new Deadline();
    this.context = avformat_alloc_context();
    deadline.watch(context);
  }

  /**
   * Connects and asks for the stream: over TCP where the camera offers it, else UDP.
   *
   * @param address with user and password; never printed, never part of an exception
   * @param limit longest time for all of it
   */
  public void open(URI address, Duration limit) throws AvException {
    if (!"rtsp".equals(address.getScheme()) && !"rtsps".equals(address.getScheme())) {
      throw new AvException("only rtsp and rtsps addresses are opened");
    }
    AVDictionary options =
        Av.options(
            Map.of(
                "rtsp_transport", "tcp+udp",
                "rtsp_flags", "prefer_tcp",
                "protocol_whitelist", "rtp,rtsp,tcp,udp,tls",
                "allowed_media_types", "video",
                "timeout", String.valueOf(limit.toNanos() / 1000)));
    deadline.within(limit);
    try {
      explain(
          avformat_open_input(context, address.toString(), (AVInputFormat) null, options),
          "connection refused",
          limit);
    } finally {
      Av.free(options);
    }
    chooseStream();
  }

  private void chooseStream() throws AvException {
    streamIndex =
        av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (streamIndex < 0) {
      throw new AvException("the camera offers no video");
    }
    timeBase = TimeBase.of(context.streams(streamIndex).time_base());
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != streamIndex) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /** What the camera announced; size and head may only come with the first key frame. */
  public VideoFormat announcedFormat() throws AvException {
    return VideoFormat.copyOf(context.streams(streamIndex).codecpar());
  }

  /**
   * Fills the packet with the next one.
   *
   * @throws AvException when the camera ends the stream, breaks off, or sends nothing for too long
   */
  public void read(VideoPacket packet) throws AvException {
    AVPacket target = packet.filled(timeBase);
    if (silent) {
      throw noPacketWithin(packetLimit);
    }
    deadline.within(packetLimit);
    do {
      av_packet_unref(target);
      int result = av_read_frame(context, target);
      if (result == AVERROR_EOF()) {
        throw new AvException("the camera closed the connection");
      }
      explain(result, "connection lost", packetLimit);
    } while (target.stream_index() != streamIndex);
    // Broken off, FFmpeg hands over the picture it held back; a second wait would be as long again.
    silent = deadline.isOver();
    noteArrival(packet);
  }

  /**
   * FFmpeg knows that a picture is complete only when the next one begins, and hands it over then,
   * with the sender's clock of the next: what comes with a picture is told of the one behind it.
   */
  private void noteArrival(VideoPacket packet) {
    PacketArrival now = new PacketArrival(Instant.now(), System.nanoTime(), packet.senderMicros());
    arrival = nextArrival == null ? now : nextArrival;
    nextArrival = now;
  }

  /** When the packet read last came in. */
  public PacketArrival arrival() {
    return Objects.requireNonNull(arrival, "nothing was read yet");
  }

  private void explain(int result, String what, Duration limit) throws AvException {
    if (result < 0 && deadline.isAbandoned()) {
      throw new AvException("given up");
    }
    // What FFmpeg makes of being broken off differs from place to place.
    if (result < 0 && deadline.isOver()) {
      throw noPacketWithin(limit);
    }
    Av.check(result, what);
  }

  private static AvException noPacketWithin(Duration limit) {
    return new AvException("no packet for " + limit.toMillis() / 1000.0 + " s");
  }

  /** Breaks off what another thread waits for in here, and everything after it. */
  public void abandon() {
    deadline.abandon();
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      // Saying goodbye to a dead camera must not take longer than greeting it.
      deadline.within(Duration.ofSeconds(1));
      avformat_close_input(context);
      deadline.close();
    }
  }
}
