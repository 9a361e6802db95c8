package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/** Every picture of a video file, decoded, in order of display. Not thread-safe. */
public final class PictureStream implements AutoCloseable {

  private final VideoFile file;
  private final VideoDecoder decoder;
  private final PicturePool pool = new PicturePool();
  private final BgrConverter converter;
  private final AVPacket packet = av_packet_alloc();
  private long firstPts = AV_NOPTS_VALUE;
  private long lastMillis = -1;
  private boolean inputEnded;

  private PictureStream(VideoFile file, int maxHeightPx) throws AvException {
    this.file = file;
    this.converter = new BgrConverter(pool, maxHeightPx);
    MediaInput input = file.input();
    this.decoder = new VideoDecoder(input.parameters(), input.timeBase());
  }

  /** Opens a video file. */
  public static PictureStream open(Path path) throws AvException {
    return open(path, Integer.MAX_VALUE);
  }

  /** Opens a video file whose pictures are scaled down to this height where they are higher. */
  public static PictureStream open(Path path, int maxHeightPx) throws AvException {
    VideoFile file = VideoFile.open(path);
    try {
      return new PictureStream(file, maxHeightPx);
    } catch (AvException e) {
      file.close();
      throw e;
    }
  }

  /** The next picture, which the caller closes; null at the end. */
  public @Nullable StreamPicture next() throws AvException {
    return nextFrom(Duration.ZERO);
  }

  /** The next picture at or after this offset, as {@link #next}; those before are not converted. */
  public @Nullable StreamPicture nextFrom(Duration earliest) throws AvException {
    while (decode()) {
      Duration offset = offset();
      if (offset.compareTo(earliest) >= 0) {
        return new StreamPicture(offset, converter.convert(decoder.frame()));
      }
    }
    return null;
  }

  private boolean decode() throws AvException {
    while (!decoder.receive()) {
      if (inputEnded) {
        return false;
      }
      if (file.input().read(packet)) {
        decoder.send(packet);
      } else {
        inputEnded = true;
        decoder.drain();
      }
    }
    return true;
  }

  /** Pictures a second, as far as the file knows; 0 where it does not. */
  public double framesPerSecond() {
    return file.framesPerSecond();
  }

  private Duration offset() {
    long pts = decoder.frame().best_effort_timestamp();
    if (firstPts == AV_NOPTS_VALUE) {
      firstPts = pts;
    }
    long millis =
        pts == AV_NOPTS_VALUE ? lastMillis + 40 : file.input().timeBase().millis(pts - firstPts);
    lastMillis = Math.max(lastMillis + 1, millis);
    return Duration.ofMillis(lastMillis);
  }

  @Override
  public void close() {
    if (!packet.isNull()) {
      av_packet_free(packet);
      decoder.close();
      converter.close();
      pool.close();
      file.close();
    }
  }
}
