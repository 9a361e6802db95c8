package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * One decoder on one thread (cameras run beside each other, so threads inside one decoder only cost
 * memory). Owns the codec and its one frame. Not thread-safe.
 */
final class VideoDecoder implements AutoCloseable {

  private final AVCodecContext context;
  private final AVFrame frame;
  private int decoded;

  VideoDecoder(AVCodecParameters parameters, TimeBase timeBase) throws AvException {
    AVCodec codec = avcodec_find_decoder(parameters.codec_id());
    if (codec == null || codec.isNull()) {
      throw new AvException("has a codec that cannot be decoded here");
    }
    context = avcodec_alloc_context3(codec);
    try {
      Av.check(avcodec_parameters_to_context(context, parameters), "has broken codec parameters");
      context.thread_count(1);
      context.pkt_timebase(timeBase.rational());
      Av.check(avcodec_open2(context, codec, (AVDictionary) null), "cannot be decoded");
    } catch (AvException e) {
      avcodec_free_context(context);
      throw e;
    }
    frame = av_frame_alloc();
  }

  /** Gives the decoder a packet whose picture may be asked for. */
  void send(AVPacket packet) throws AvException {
    context.skip_frame(AVDISCARD_DEFAULT);
    Av.check(avcodec_send_packet(context, packet), "cannot be decoded");
  }

  /** Gives the decoder a packet that only matters if later ones refer to it. */
  void sendAsReference(AVPacket packet) throws AvException {
    context.skip_frame(AVDISCARD_NONREF);
    Av.check(avcodec_send_packet(context, packet), "cannot be decoded");
  }

  /** No more packets for now: lets out the pictures held back for reordering. */
  void drain() throws AvException {
    int result = avcodec_send_packet(context, (AVPacket) null);
    if (result != AVERROR_EOF()) {
      Av.check(result, "cannot be decoded");
    }
  }

  /** Forgets everything decoded; the next packet must be a key frame. */
  void reset() {
    avcodec_flush_buffers(context);
  }

  /**
   * Takes the next picture in order of display, into {@link #frame}.
   *
   * @return false when the decoder wants more packets
   */
  boolean receive() throws AvException {
    int result = avcodec_receive_frame(context, frame);
    if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
      return false;
    }
    Av.check(result, "cannot be decoded");
    decoded++;
    return true;
  }

  /** The picture last received; valid until the next. */
  AVFrame frame() {
    return frame;
  }

  /** True where that picture is patched up from damaged or missing data. */
  boolean frameIsDamaged() {
    return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
  }

  int decoded() {
    return decoded;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
