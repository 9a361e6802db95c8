package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import io.zaigang.domain.picture.LumaPlane;
import io.zaigang.domain.picture.LumaPlane.Range;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Holds on to a decoded frame for its luma, by one more reference to the decoder's own memory:
 * nothing is copied. Not thread-safe.
 */
final class LumaSource implements AutoCloseable {

  /** Formats whose first plane is luma of 8 bits; others have none to give. */
  private static final Map<Integer, Range> RANGES =
      Map.of(
          AV_PIX_FMT_YUV420P, Range.LIMITED,
          AV_PIX_FMT_YUV422P, Range.LIMITED,
          AV_PIX_FMT_NV12, Range.LIMITED,
          AV_PIX_FMT_YUVJ420P, Range.FULL,
          AV_PIX_FMT_YUVJ422P, Range.FULL);

  private final AVFrame frame = av_frame_alloc();

  /** Keeps this frame instead of the one before. */
  void keep(AVFrame decoded) {
    let();
    if (RANGES.containsKey(decoded.format()) && decoded.linesize(0) >= decoded.width()) {
      // without memory for the reference there is no luma, and the colours serve
      av_frame_ref(frame, decoded);
    }
  }

  /** Lets the decoder have its memory back. */
  void let() {
    if (!frame.isNull()) {
      av_frame_unref(frame);
    }
  }

  /** The luma of the frame kept; empty when there is none. */
  Optional<LumaPlane> plane() {
    if (frame.isNull() || frame.width() == 0) {
      return Optional.empty();
    }
    Range byFormat = RANGES.getOrDefault(frame.format(), Range.LIMITED);
    Range range = frame.color_range() == AVCOL_RANGE_JPEG ? Range.FULL : byFormat;
    int stride = frame.linesize(0);
    long bytes = (long) stride * (frame.height() - 1) + frame.width();
    BytePointer first = new BytePointer(frame.data(0)).capacity(bytes);
    return Optional.of(new LumaPlane(first.asByteBuffer(), stride, range));
  }

  @Override
  public void close() {
    if (!frame.isNull()) {
      av_frame_free(frame);
      frame.setNull();
    }
  }
}
