package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.registry.InputSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Image2BlobParams;

/**
 * The input of one network at one size, filled from picture after picture without new memory: a
 * canvas of bytes, and the float planes that the engine reads in place.
 *
 * <p>Owns native memory: close it. Not thread-safe.
 */
public final class InputTensor implements AutoCloseable {

  private static final int CHANNELS = 3;

  private final InputSize size;
  private final Preprocessing preprocessing;
  private final FloatBuffer planes;
  private final Mat canvas;
  private final Mat blob;
  private final Scalar fill;
  private final Image2BlobParams params;

  public InputTensor(InputSize size, Preprocessing preprocessing) {
    this.size = size;
    this.preprocessing = preprocessing;
    int floats = CHANNELS * size.widthPx() * size.heightPx();
    this.planes =
        ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.nativeOrder()).asFloatBuffer();
    this.canvas = new Mat(size.heightPx(), size.widthPx(), opencv_core.CV_8UC3);
    int[] shape = {1, CHANNELS, size.heightPx(), size.widthPx()};
    this.blob = new Mat(shape, opencv_core.CV_32F, new FloatPointer(planes));
    this.fill = Scalar.all(preprocessing.fill());
    this.params = params(size, preprocessing);
  }

  private static Image2BlobParams params(InputSize size, Preprocessing preprocessing) {
    boolean rgb = preprocessing.order() == ChannelOrder.RGB;
    double[] scale = new double[CHANNELS];
    double[] mean = new double[CHANNELS];
    for (int plane = 0; plane < CHANNELS; plane++) {
      int channel = rgb ? CHANNELS - 1 - plane : plane;
      scale[plane] = 1 / preprocessing.deviation().get(channel);
      mean[plane] = preprocessing.mean().get(channel);
    }
    return new Image2BlobParams(
        new Scalar(scale[0], scale[1], scale[2], 1),
        new Size(size.widthPx(), size.heightPx()),
        new Scalar(mean[0], mean[1], mean[2], 0),
        rgb,
        opencv_core.CV_32F,
        opencv_dnn.DNN_LAYOUT_NCHW,
        opencv_dnn.DNN_PMODE_NULL,
        Scalar.all(0));
  }

  public InputSize size() {
    return size;
  }

  /** The planes as last filled, from their start; the same memory every time. */
  public FloatBuffer planes() {
    return planes.duplicate().rewind();
  }

  /**
   * Fills the planes from a region of a picture.
   *
   * @param region whole pixels inside the picture, see {@link OpenCv#wholePixels}; not empty
   */
  @SuppressWarnings("try") // the scope closes natives made inside it
  public View fill(BgrPicture picture, Box region) {
    double scaleX = size.widthPx() / region.width();
    double scaleY = size.heightPx() / region.height();
    int width = size.widthPx();
    int height = size.heightPx();
    if (preprocessing.fit() == Fit.LETTERBOX) {
      double scale = Math.min(scaleX, scaleY);
      width = Math.max(1, (int) Math.round(region.width() * scale));
      height = Math.max(1, (int) Math.round(region.height() * scale));
    }
    try (PointerScope scope = new PointerScope()) {
      Mat source = OpenCv.over(picture).apply(OpenCv.rect(region));
      Mat target = canvas.apply(new Rect(0, 0, width, height));
      opencv_imgproc.resize(source, target, new Size(width, height));
      fillOutside(width, height);
      opencv_dnn.blobFromImageWithParams(canvas, blob, params);
    }
    return new View(region, width / region.width(), height / region.height());
  }

  private void fillOutside(int width, int height) {
    if (width < size.widthPx()) {
      canvas.apply(new Rect(width, 0, size.widthPx() - width, size.heightPx())).put(fill);
    }
    if (height < size.heightPx()) {
      canvas.apply(new Rect(0, height, size.widthPx(), size.heightPx() - height)).put(fill);
    }
  }

  @Override
  public void close() {
    params.close();
    fill.close();
    blob.close();
    canvas.close();
  }
}
