package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * A video file's pictures encoded anew to H.264, for codecs that segments do not hold. Each picture
 * keeps its time. Not thread-safe.
 */
public final class VideoTranscoder implements PacketSource {

  private static final double DEFAULT_FPS = 25;
  private static final Duration KEY_FRAME_EVERY = Duration.ofSeconds(2);

  private final MediaInput input;
  private final VideoDecoder decoder;
  private final H264Encoder encoder;
  private final AVPacket source = av_packet_alloc();
  private final long interval;
  private long lastPts = -1;
  private boolean inputEnded;
  private boolean encoderEnded;

  /** Reads from the file, which stays the caller's; keeps size and rate. */
  public VideoTranscoder(VideoFile file) throws AvException {
    this(file.input(), sameAs(file));
  }

  /**
   * The pictures of a segment, scaled down where they are higher than this. Segments of one format
   * give one format: nothing depends on what a single one holds.
   */
  static VideoTranscoder ofSegment(MediaInput input, int maxHeightPx) throws AvException {
    int width = input.parameters().width();
    int height = input.parameters().height();
    int target = Math.min(height, maxHeightPx);
    int scaled = (int) Math.round((double) width * target / Math.max(1, height));
    return new VideoTranscoder(
        input, new EncoderSettings(even(scaled), even(target), DEFAULT_FPS, KEY_FRAME_EVERY));
  }

  private static EncoderSettings sameAs(VideoFile file) {
    double fps = file.framesPerSecond() > 0 ? Math.min(120, file.framesPerSecond()) : DEFAULT_FPS;
    VideoFormat format = file.format();
    return new EncoderSettings(
        even(format.widthPx()), even(format.heightPx()), fps, KEY_FRAME_EVERY);
  }

  private VideoTranscoder(MediaInput input, EncoderSettings settings) throws AvException {
    this.input = input;
    interval = Math.round(TimeBase.SEGMENT.den() / settings.framesPerSecond());
    decoder = new VideoDecoder(input.parameters(), input.timeBase());
    try {
      encoder = new H264Encoder(settings);
    } catch (AvException e) {
      decoder.close();
      throw e;
    }
  }

  private static int even(int size) {
    return Math.max(2, size / 2 * 2);
  }

  /** Ticks from one picture to the next, as far as is known. */
  long interval() {
    return interval;
  }

  @Override
  public VideoFormat format() {
    return encoder.format();
  }

  @Override
  public boolean read(VideoPacket packet) throws AvException {
    while (!encoder.receive(packet)) {
      if (encoderEnded) {
        return false;
      }
      if (decoder.receive()) {
        encodePicture();
      } else if (inputEnded) {
        encoderEnded = true;
        encoder.end();
      } else if (input.read(source)) {
        decoder.send(source);
      } else {
        inputEnded = true;
        decoder.drain();
      }
    }
    return true;
  }

  private void encodePicture() throws AvException {
    long stated = decoder.frame().best_effort_timestamp();
    long pts =
        stated == AV_NOPTS_VALUE
            ? lastPts + interval
            : input.timeBase().convert(stated, TimeBase.SEGMENT);
    if (lastPts >= 0 && pts <= lastPts) {
      pts = lastPts + 1;
    }
    encoder.send(decoder.frame(), pts);
    lastPts = pts;
  }

  @Override
  public void close() {
    if (!source.isNull()) {
      av_packet_free(source);
      decoder.close();
      encoder.close();
    }
  }
}
