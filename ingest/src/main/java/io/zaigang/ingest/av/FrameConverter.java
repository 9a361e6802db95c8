package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Scales and converts frames to one size and pixel format. Owns the scaler and the one frame that
 * holds the result. Not thread-safe.
 */
final class FrameConverter implements AutoCloseable {

  private final AVFrame target;
  private @Nullable SwsContext scaler;

  FrameConverter(int widthPx, int heightPx, int pixelFormat) throws AvException {
    Av.load();
    target = av_frame_alloc();
    target.width(widthPx);
    target.height(heightPx);
    target.format(pixelFormat);
    try {
      Av.check(av_frame_get_buffer(target, 0), "no memory for a picture");
    } catch (AvException e) {
      av_frame_free(target);
      throw e;
    }
  }

  /** Converts; the result is valid until the next call. */
  AVFrame convert(AVFrame source) throws AvException {
    Av.check(av_frame_make_writable(target), "no memory for a picture");
    scaler =
        sws_getCachedContext(
            scaler,
            source.width(),
            source.height(),
            source.format(),
            target.width(),
            target.height(),
            target.format(),
            SWS_BICUBIC,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw new AvException("has a picture format that cannot be converted");
    }
    Av.check(
        sws_scale(
            scaler,
            source.data(),
            source.linesize(),
            0,
            source.height(),
            target.data(),
            target.linesize()),
        "cannot convert a picture");
    return target;
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    scaler = null;
    if (!target.isNull()) {
      av_frame_free(target);
    }
  }
}
