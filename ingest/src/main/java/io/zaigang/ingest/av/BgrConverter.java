package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns decoded frames into BGR pictures of the same size, or of a smaller one, in the colours the
 * stream says it has. Owns the scaler, made anew when size or format change. Not thread-safe.
 */
final class BgrConverter implements AutoCloseable {

  private static final int UNITY = 1 << 16;

  private record Format(int width, int height, int pixelFormat, int colorSpace, int colorRange) {
    static Format of(AVFrame frame) {
      return new Format(
          frame.width(), frame.height(), frame.format(), frame.colorspace(), frame.color_range());
    }
  }

  private final PicturePool pool;
  private final int maxHeightPx;
  private final PointerPointer<?> targetPlanes = new PointerPointer<>(4);
  private final IntPointer targetStrides = new IntPointer(4);
  private @Nullable SwsContext scaler;
  private @Nullable Format format;

  BgrConverter(PicturePool pool) {
    this(pool, Integer.MAX_VALUE);
  }

  /** Scales higher pictures down to this height, their width in proportion and even. */
  BgrConverter(PicturePool pool, int maxHeightPx) {
    this.pool = pool;
    this.maxHeightPx = maxHeightPx;
    for (int i = 0; i < 4; i++) {
      targetPlanes.put(i, (org.bytedeco.javacpp.Pointer) null);
      targetStrides.put(i, 0);
    }
  }

  /** Copies the frame into a picture of the pool; the caller closes it. */
  PicturePool.PooledPicture convert(AVFrame frame) throws AvException {
    SwsContext context = scalerFor(frame);
    PicturePool.PooledPicture picture = pool.borrow(targetWidth(frame), targetHeight(frame));
    targetPlanes.put(0, picture.memory());
    targetStrides.put(0, picture.strideBytes());
    int rows =
        sws_scale(
            context,
            frame.data(),
            frame.linesize(),
            0,
            frame.height(),
            targetPlanes,
            targetStrides);
    if (rows != targetHeight(frame)) {
      picture.close();
      throw new AvException("has a picture format that cannot be converted");
    }
    if (picture.heightPx() == frame.height()) {
      picture.madeOf(frame);
    }
    return picture;
  }

  private int targetHeight(AVFrame frame) {
    return Math.min(maxHeightPx, frame.height());
  }

  private int targetWidth(AVFrame frame) {
    return frame.height() <= maxHeightPx
        ? frame.width()
        : Math.max(2, (int) Math.round(0.5 * frame.width() * maxHeightPx / frame.height()) * 2);
  }

  private SwsContext scalerFor(AVFrame frame) throws AvException {
    Format wanted = Format.of(frame);
    SwsContext current = scaler;
    if (current != null && wanted.equals(format)) {
      return current;
    }
    sws_freeContext(current);
    SwsContext made =
        sws_getContext(
            frame.width(),
            frame.height(),
            frame.format(),
            targetWidth(frame),
            targetHeight(frame),
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    scaler = made;
    format = wanted;
    if (made == null || made.isNull()) {
      throw new AvException("has a picture format that cannot be converted");
    }
    IntPointer matrix =
        sws_getCoefficients(wanted.colorSpace == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_DEFAULT);
    int fullRange = wanted.colorRange == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(made, matrix, fullRange, matrix, 1, 0, UNITY, UNITY);
    return made;
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    scaler = null;
    targetPlanes.close();
    targetStrides.close();
  }
}
