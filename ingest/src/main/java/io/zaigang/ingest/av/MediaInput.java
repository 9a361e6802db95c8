package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONKEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The video packets of one file. Owns the demuxer; packets read belong to the caller. Not
 * thread-safe.
 */
final class MediaInput implements AutoCloseable {

  /**
   * What a file may be. Lists and scripts that name other files or addresses (concat, hls, image
   * sequences) are not among them: a file is read, and nothing else.
   */
  private static final Map<String, String> ONLY_FILES =
      Map.of(
          "protocol_whitelist",
          "file",
          "format_whitelist",
          "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm,mpegts,mpeg,h264,hevc,flv,ogg,gif,asf");

  private static final Map<String, String> ONLY_SEGMENTS =
      Map.of("protocol_whitelist", "file", "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2");

  private final AVFormatContext context;
  private final AVStream stream;
  private final int streamIndex;
  private final TimeBase timeBase;

  private MediaInput(AVFormatContext context) throws AvException {
    this.context = context;
    this.streamIndex =
        av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (streamIndex < 0) {
      throw new AvException("holds no video");
    }
    this.stream = context.streams(streamIndex);
    this.timeBase = TimeBase.of(stream.time_base());
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != streamIndex) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /** Opens one of our own segments: everything is in its head, nothing is probed. */
  static MediaInput openSegment(Path file) throws AvException {
    return finish(openContext(file, ONLY_SEGMENTS));
  }

  /** Opens any video file and looks into its packets for what its head does not say. */
  static MediaInput probe(Path file) throws AvException {
    AVFormatContext context = openContext(file, ONLY_FILES);
    try {
      Av.check(avformat_find_stream_info(context, (PointerPointer<?>) null), "cannot be probed");
    } catch (AvException e) {
      avformat_close_input(context);
      throw e;
    }
    return finish(context);
  }

  private static AVFormatContext openContext(Path file, Map<String, String> restrictions)
      throws AvException {
    Av.load();
    AVFormatContext context = new AVFormatContext(null);
    AVDictionary options = Av.options(restrictions);
    try {
      String url = "file:" + file.toAbsolutePath();
      Av.check(
          avformat_open_input(context, url, (AVInputFormat) null, options), "cannot be opened");
      return context;
    } finally {
      Av.free(options);
    }
  }

  private static MediaInput finish(AVFormatContext context) throws AvException {
    try {
      return new MediaInput(context);
    } catch (AvException e) {
      avformat_close_input(context);
      throw e;
    }
  }

  /** From here on only key frames are read; the others' bytes are not even touched. */
  void keyFramesOnly() {
    stream.discard(AVDISCARD_NONKEY);
  }

  /**
   * Reads the next video packet.
   *
   * @return false at the end
   */
  boolean read(AVPacket packet) throws AvException {
    while (true) {
      av_packet_unref(packet);
      int result = av_read_frame(context, packet);
      if (result == AVERROR_EOF()) {
        return false;
      }
      Av.check(result, "reading stopped");
      if (packet.stream_index() == streamIndex) {
        return true;
      }
    }
  }

  AVCodecParameters parameters() {
    return stream.codecpar();
  }

  AVStream stream() {
    return stream;
  }

  TimeBase timeBase() {
    return timeBase;
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      avformat_close_input(context);
    }
  }
}
