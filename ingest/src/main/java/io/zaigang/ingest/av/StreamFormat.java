package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.zaigang.ingest.av.NalUnits.Codec;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * What a live stream is right now, kept up to date from its key frames: cameras announce a codec,
 * but size and parameter sets are sure only in front of a key frame, and change with the camera's
 * settings. Owns its formats. Not thread-safe.
 */
public final class StreamFormat implements AutoCloseable {

  private final VideoFormat announced;
  private final Codec codec;
  private VideoFormat current;
  private byte[] head = new byte[0];
  private boolean known;

  /** Begins with what the camera announced, which this now owns. */
  public StreamFormat(VideoFormat announced) throws AvException {
    this.announced = announced;
    this.current = announced;
    if (!announced.isCopyable()) {
      throw new AvException("sends " + announced.codec() + "; only h264 and hevc are recorded");
    }
    this.codec = announced.isH264() ? Codec.H264 : Codec.HEVC;
  }

  /**
   * Looks at a key frame.
   *
   * @return true where the format is not what it was: a new file must begin
   */
  public boolean update(VideoPacket keyFrame) throws AvException {
    List<byte[]> inBand =
        NalUnits.of(keyFrame.bytes(), announced.head(), codec).stream()
            .filter(nal -> NalUnits.isParameterSet(nal, codec))
            .toList();
    byte[] now = inBand.isEmpty() ? announced.head() : NalUnits.withStartCodes(inBand);
    if (known && Arrays.equals(now, head)) {
      return false;
    }
    VideoFormat changed = announced.withHead(now);
    try {
      measure(changed, keyFrame);
    } catch (AvException e) {
      changed.close();
      throw e;
    }
    if (current != announced) {
      current.close();
    }
    boolean wasKnown = known;
    current = changed;
    head = now;
    known = true;
    return wasKnown;
  }

  /** True once a key frame has told everything. */
  public boolean isKnown() {
    return known;
  }

  /** The format now; owned here, and valid until the next change. */
  public VideoFormat current() {
    return current;
  }

  /** Fills in width and height, which only the parameter sets hold. */
  private static void measure(VideoFormat format, VideoPacket keyFrame) throws AvException {
    AVCodecParserContext parser = av_parser_init(format.parameters().codec_id());
    AVCodecContext context = avcodec_alloc_context3(null);
    try (PointerPointer<BytePointer> out = new PointerPointer<>(1);
        IntPointer outSize = new IntPointer(1)) {
      Av.check(avcodec_parameters_to_context(context, format.parameters()), "codec parameters");
      parser.flags(parser.flags() | AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES);
      av_parser_parse2(
          parser,
          context,
          out,
          outSize,
          keyFrame.packet().data(),
          keyFrame.sizeBytes(),
          AV_NOPTS_VALUE,
          AV_NOPTS_VALUE,
          0);
      if (parser.width() <= 0 || parser.height() <= 0) {
        throw new AvException("sends a key frame that does not tell its size");
      }
      format.parameters().width(parser.width());
      format.parameters().height(parser.height());
    } finally {
      av_parser_close(parser);
      avcodec_free_context(context);
    }
  }

  @Override
  public void close() {
    if (current != announced) {
      current.close();
    }
    announced.close();
  }
}
