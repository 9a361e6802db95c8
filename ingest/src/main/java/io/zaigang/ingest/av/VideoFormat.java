package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avutil.av_freep;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.javacpp.BytePointer;

/** What a video stream is: codec, size and the codec's own head. Owns its native copy. */
public final class VideoFormat implements AutoCloseable {

  private final AVCodecParameters parameters;

  private VideoFormat() {
    parameters = avcodec_parameters_alloc();
  }

  static VideoFormat copyOf(AVCodecParameters source) throws AvException {
    VideoFormat format = new VideoFormat();
    Av.check(avcodec_parameters_copy(format.parameters, source), "codec parameters");
    return format;
  }

  /** A copy that the caller closes. */
  public VideoFormat copy() throws AvException {
    return copyOf(parameters);
  }

  /** The same stream with another head, as it is found in front of a key frame. */
  VideoFormat withHead(byte[] head) throws AvException {
    VideoFormat format = copyOf(parameters);
    AVCodecParameters target = format.parameters;
    av_freep(new org.bytedeco.javacpp.PointerPointer<>(1).put(target.extradata()));
    BytePointer copy =
        new BytePointer(av_mallocz((long) head.length + AV_INPUT_BUFFER_PADDING_SIZE));
    copy.capacity(head.length).put(head);
    target.extradata(copy);
    target.extradata_size(head.length);
    return format;
  }

  AVCodecParameters parameters() {
    return parameters;
  }

  /** The codec's short name, such as {@code h264} or {@code hevc}. */
  public String codec() {
    return avcodec_get_name(parameters.codec_id()).getString();
  }

  public int widthPx() {
    return parameters.width();
  }

  public int heightPx() {
    return parameters.height();
  }

  /** True for what segments hold as it is: H.264 and H.265. */
  public boolean isCopyable() {
    return isH264() || isHevc();
  }

  public boolean isH264() {
    return parameters.codec_id() == AV_CODEC_ID_H264;
  }

  public boolean isHevc() {
    return parameters.codec_id() == AV_CODEC_ID_HEVC;
  }

  /** The codec's head: parameter sets, as the container or the stream gives them; may be empty. */
  public byte[] head() {
    int size = parameters.extradata_size();
    byte[] head = new byte[size];
    if (size > 0) {
      parameters.extradata().position(0).capacity(size).get(head);
    }
    return head;
  }

  /** True where a decoder for one decodes the other. */
  public boolean sameAs(VideoFormat other) {
    return parameters.codec_id() == other.parameters.codec_id()
        && ByteBuffer.wrap(head()).equals(ByteBuffer.wrap(other.head()));
  }

  @Override
  public String toString() {
    return codec() + " " + widthPx() + "×" + heightPx();
  }

  @Override
  public void close() {
    if (!parameters.isNull()) {
      avcodec_parameters_free(parameters);
    }
  }
}
