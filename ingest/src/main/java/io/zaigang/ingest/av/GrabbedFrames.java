package io.zaigang.ingest.av;

import io.zaigang.domain.picture.BgrPicture;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * A video read as JavaCV's own grabber reads it: every frame decoded and converted. For the
 * benchmark, which says what that costs; nothing else here uses it.
 */
public final class GrabbedFrames {

  private GrabbedFrames() {}

  /**
   * Grabs every frame, on one decoding thread.
   *
   * @param every each so manieth is handed over
   * @return how many were grabbed
   */
  public static int forEach(Path video, int every, Consumer<BgrPicture> sampled)
      throws AvException {
    int grabbed = 0;
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile())) {
      grabber.setVideoOption("threads", "1");
      grabber.start();
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        if (grabbed % every == 0) {
          sampled.accept(new GrabbedPicture(frame));
        }
        grabbed++;
      }
      return grabbed;
    } catch (FrameGrabber.Exception e) {
      throw new AvException("'" + video + "' cannot be grabbed: " + e.getMessage());
    }
  }

  /** The grabber's frame, valid until its next. */
  private record GrabbedPicture(Frame frame) implements BgrPicture {
    @Override
    public int widthPx() {
      return frame.imageWidth;
    }

    @Override
    public int heightPx() {
      return frame.imageHeight;
    }

    @Override
    public int strideBytes() {
      return frame.imageStride;
    }

    @Override
    public ByteBuffer pixels() {
      return (ByteBuffer) frame.image[0];
    }

    @Override
    public void close() {
      // the grabber's own memory
    }
  }
}
