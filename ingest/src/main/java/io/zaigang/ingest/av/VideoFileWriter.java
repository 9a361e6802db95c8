package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Encodes pictures into an MP4 file that plays from its first byte. Not thread-safe. */
public final class VideoFileWriter implements AutoCloseable {

  private final EncoderSettings settings;
  private final H264Encoder encoder;
  private final SegmentMuxer muxer;
  private final AVFrame frame;
  private final VideoPacket packet = new VideoPacket();
  private final long interval;

  /** Begins the file; it is whole only after {@link #finish}. */
  public VideoFileWriter(Path file, EncoderSettings settings) throws AvException {
    this.settings = settings;
    this.encoder = new H264Encoder(settings);
    try {
      this.muxer = SegmentMuxer.clip(file, encoder.format());
    } catch (AvException e) {
      encoder.close();
      throw e;
    }
    this.interval = Math.round(TimeBase.SEGMENT.den() / settings.framesPerSecond());
    frame = av_frame_alloc();
    frame.width(settings.widthPx());
    frame.height(settings.heightPx());
    frame.format(AV_PIX_FMT_BGR24);
    Av.check(av_frame_get_buffer(frame, 0), "no memory for a picture");
  }

  /**
   * Adds a picture.
   *
   * @param bgr rows without padding, three bytes a pixel, blue first
   * @param offset when it is shown; later than the picture before
   */
  public void write(byte[] bgr, Duration offset) throws AvException {
    int rowBytes = 3 * settings.widthPx();
    if (bgr.length != rowBytes * settings.heightPx()) {
      throw new IllegalArgumentException(
          "A picture of " + bgr.length + " bytes is not " + settings.widthPx() + " pixels wide");
    }
    Av.check(av_frame_make_writable(frame), "no memory for a picture");
    BytePointer plane = frame.data(0);
    for (int row = 0; row < settings.heightPx(); row++) {
      plane.position((long) row * frame.linesize(0)).put(bgr, row * rowBytes, rowBytes);
    }
    plane.position(0);
    encoder.send(frame, Math.round(offset.toNanos() * 9e-5));
    drain();
  }

  /** Adds a chapter; before {@link #finish}. */
  public void addChapter(String title, long startMillis, long endMillis) throws AvException {
    muxer.addChapter(title, startMillis, endMillis);
  }

  /** Writes what is held back and the file's index. */
  public void finish() throws AvException {
    encoder.end();
    drain();
    muxer.finish();
  }

  private void drain() throws AvException {
    while (encoder.receive(packet)) {
      long pts = packet.pts().orElseThrow();
      muxer.write(packet, pts, packet.dts().orElse(pts), interval);
    }
  }

  @Override
  public void close() {
    if (!frame.isNull()) {
      av_frame_free(frame);
      packet.close();
      muxer.close();
      encoder.close();
    }
  }
}
