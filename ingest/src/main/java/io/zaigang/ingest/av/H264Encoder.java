package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Encodes frames of any format and size to H.264 with OpenH264: no reordered pictures, a fixed
 * distance between key frames. Owns the codec and the converter in front of it. Not thread-safe.
 */
final class H264Encoder implements AutoCloseable {

  private static final int FPS_DENOMINATOR = 1000;

  private final AVCodecContext context;
  private final FrameConverter converter;
  private final VideoFormat format;

  H264Encoder(EncoderSettings settings) throws AvException {
    Av.load();
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    if (codec == null || codec.isNull()) {
      throw new AvException("OpenH264 is missing from this FFmpeg");
    }
    converter = new FrameConverter(settings.widthPx(), settings.heightPx(), AV_PIX_FMT_YUV420P);
    context = avcodec_alloc_context3(codec);
    try {
      configure(settings);
      open(codec);
      format = describe();
    } catch (AvException e) {
      avcodec_free_context(context);
      converter.close();
      throw e;
    }
  }

  private void configure(EncoderSettings settings) {
    context.width(settings.widthPx());
    context.height(settings.heightPx());
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base(TimeBase.SEGMENT.rational());
    int fps = (int) Math.round(settings.framesPerSecond() * FPS_DENOMINATOR);
    context.framerate(new AVRational().num(fps).den(FPS_DENOMINATOR));
    context.gop_size(settings.picturesPerGroup());
    context.max_b_frames(0);
    context.bit_rate(settings.bitsPerSecond());
    context.thread_count(1);
    context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
  }

  private void open(AVCodec codec) throws AvException {
    AVDictionary options = Av.options(Map.of("allow_skip_frames", "0", "rc_mode", "quality"));
    try {
      Av.check(avcodec_open2(context, codec, options), "H.264 encoder");
    } finally {
      Av.free(options);
    }
  }

  private VideoFormat describe() throws AvException {
    AVCodecParameters parameters = avcodec_parameters_alloc();
    try {
      Av.check(avcodec_parameters_from_context(parameters, context), "H.264 encoder");
      return VideoFormat.copyOf(parameters);
    } finally {
      avcodec_parameters_free(parameters);
    }
  }

  VideoFormat format() {
    return format;
  }

  /** Gives the encoder a picture, shown at these ticks. */
  void send(AVFrame source, long pts) throws AvException {
    AVFrame frame = converter.convert(source);
    frame.pts(pts);
    frame.pict_type(AV_PICTURE_TYPE_NONE);
    Av.check(avcodec_send_frame(context, frame), "cannot be encoded");
  }

  /** No more pictures will come. */
  void end() throws AvException {
    Av.check(avcodec_send_frame(context, null), "cannot be encoded");
  }

  /** Fills the packet with the next encoded picture; false when more pictures are needed first. */
  boolean receive(VideoPacket packet) throws AvException {
    int result = avcodec_receive_packet(context, packet.filled(TimeBase.SEGMENT));
    if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
      return false;
    }
    Av.check(result, "cannot be encoded");
    return true;
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      format.close();
      converter.close();
      avcodec_free_context(context);
    }
  }
}
