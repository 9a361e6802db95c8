package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Writes packets into one MP4 file. Owns the muxer and the file handle. Not thread-safe.
 *
 * <p>Time stamps are the caller's, in ticks of 1/90,000 s; decode times must grow with every packet
 * and never exceed the time of display.
 */
public final class SegmentMuxer implements AutoCloseable {

  /**
   * A fragment each quarter of a second, handed to the system at once: what a killed recorder
   * loses. No trailer and no edit list: such a file is complete at any moment and its times stay as
   * written.
   */
  private static final Map<String, String> SEGMENT =
      Map.of(
          "movflags",
          "empty_moov+default_base_moof+skip_trailer+frag_discont",
          "frag_duration",
          "250000",
          "use_editlist",
          "0",
          "video_track_timescale",
          "90000");

  /** An ordinary MP4 with its index in front: what people keep, send and play. */
  private static final Map<String, String> CLIP =
      Map.of("movflags", "+faststart", "video_track_timescale", "90000");

  private final AVFormatContext context;
  private final AVPacket scratch;
  private final TimeBase timeBase;
  private final List<AVChapter> chapters = new ArrayList<>();

  private SegmentMuxer(Path file, VideoFormat format, Map<String, String> movOptions)
      throws AvException {
    Av.load();
    context = new AVFormatContext(null);
    Av.check(
        avformat_alloc_output_context2(context, (AVOutputFormat) null, "mp4", file.toString()),
        "no MP4 writer");
    try {
      AVStream stream = avformat_new_stream(context, null);
      Av.check(avcodec_parameters_copy(stream.codecpar(), format.parameters()), "codec parameters");
      stream.codecpar().codec_tag(0);
      stream.time_base(TimeBase.SEGMENT.rational());
      context.avoid_negative_ts(0);
      context.flush_packets(1);
      AVIOContext io = new AVIOContext(null);
      Av.check(avio_open(io, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE), "cannot write");
      context.pb(io);
      writeHeader(movOptions);
      timeBase = TimeBase.of(stream.time_base());
    } catch (AvException e) {
      release();
      throw e;
    }
    scratch = av_packet_alloc();
  }

  /** Begins a segment of the footage log. */
  public static SegmentMuxer segment(Path file, VideoFormat format) throws AvException {
    return new SegmentMuxer(file, format, SEGMENT);
  }

  /** Begins a clip. */
  public static SegmentMuxer clip(Path file, VideoFormat format) throws AvException {
    return new SegmentMuxer(file, format, CLIP);
  }

  private void writeHeader(Map<String, String> movOptions) throws AvException {
    AVDictionary options = Av.options(movOptions);
    try {
      Av.check(avformat_write_header(context, options), "cannot begin an MP4");
    } finally {
      Av.free(options);
    }
  }

  /** Writes one packet; the packet stays the caller's. */
  public void write(VideoPacket packet, long pts, long dts, long duration) throws AvException {
    Av.check(av_packet_ref(scratch, packet.packet()), "a packet cannot be written");
    try {
      scratch.stream_index(0);
      scratch.pts(TimeBase.SEGMENT.convert(pts, timeBase));
      scratch.dts(TimeBase.SEGMENT.convert(dts, timeBase));
      scratch.duration(TimeBase.SEGMENT.convert(duration, timeBase));
      scratch.pos(-1);
      Av.check(av_write_frame(context, scratch), "cannot write");
    } finally {
      av_packet_unref(scratch);
    }
  }

  /**
   * Adds a chapter to a clip; before {@link #finish}.
   *
   * @param startMillis where in the file it begins
   * @param endMillis where it ends
   */
  public void addChapter(String title, long startMillis, long endMillis) throws AvException {
    // Chapters and their list are FFmpeg's to free, with the context.
    AVChapter chapter = new AVChapter(av_mallocz(Pointer.sizeof(AVChapter.class)));
    chapter.id(chapters.size());
    chapter.time_base(TimeBase.MILLIS.rational());
    chapter.start(startMillis);
    chapter.end(endMillis);
    chapter.metadata(Av.options(Map.of("title", title)));
    chapters.add(chapter);
    PointerPointer<AVChapter> list =
        new PointerPointer<>(av_mallocz((long) chapters.size() * Pointer.sizeof(Pointer.class)));
    for (int i = 0; i < chapters.size(); i++) {
      list.put(i, chapters.get(i));
    }
    if (context.nb_chapters() > 0) {
      av_free(context.chapters());
    }
    context.chapters(list);
    context.nb_chapters(chapters.size());
  }

  /** Writes what is held back. Only a finished file is whole; call {@link #close} in any case. */
  public void finish() throws AvException {
    Av.check(av_write_trailer(context), "cannot finish an MP4");
    Av.check(context.pb().error(), "cannot write");
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      av_packet_free(scratch);
      release();
    }
  }

  private void release() {
    if (context.pb() != null && !context.pb().isNull()) {
      avio_closep(context.pb());
    }
    avformat_free_context(context);
    context.setNull();
  }
}
