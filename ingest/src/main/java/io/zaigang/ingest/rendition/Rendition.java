package io.zaigang.ingest.rendition;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.av.EncoderSettings;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.av.VideoFileWriter;
import io.zaigang.ingest.clip.ClipChapter;
import io.zaigang.ingest.clip.ClipPiece;
import io.zaigang.ingest.picture.BgrImages;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rendition of a clip in H.264: every picture with the overlay burnt in, its wall time
 * taken from the clip's pieces. Safe for several threads; each call has its own decoder and
 * encoder.
 */
public final class Rendition {

  private static final double DEFAULT_FPS = 25;
  private static final Duration KEY_FRAME_EVERY = Duration.ofSeconds(2);

  private final Overlay overlay;
  private final RenditionSettings settings;
  private final OverlayFont font;

  public Rendition(Overlay overlay, RenditionSettings settings, OverlayFont font) {
    this.overlay = overlay;
    this.settings = settings;
    this.font = font;
  }

  /**
   * A clip to be made anew.
   *
   * @param pieces where wall time runs in it
   * @param chapters those that the rendition gets too
   */
  public record Source(Path clip, List<ClipPiece> pieces, List<ClipChapter> chapters) {

    public Source {
      pieces = List.copyOf(pieces);
      chapters = List.copyOf(chapters);
    }

    long firstMillis() {
      return pieces.get(0).offsetMillis();
    }

    /** The wall time that a picture at this place of the clip shows. */
    Instant momentAt(long offsetMillis) {
      ClipPiece current = pieces.get(0);
      for (ClipPiece piece : pieces) {
        if (piece.offsetMillis() <= offsetMillis) {
          current = piece;
        }
      }
      return current.from().plusMillis(offsetMillis - current.offsetMillis());
    }
  }

  /**
   * Makes the rendition. Stops with an exception when the thread is interrupted.
   *
   * @param target written whole or not at all
   */
  public void make(Source source, Path target) throws IOException {
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".making");
    try (PictureStream pictures = PictureStream.open(source.clip(), settings.maxHeightPx())) {
      write(source, pictures, unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(Source source, PictureStream pictures, Path file) throws IOException {
    double known = pictures.framesPerSecond();
    double fps = Math.min(known > 0 ? known : DEFAULT_FPS, settings.maxFramesPerSecond());
    // A little less than the interval: times that jitter must not cost every second picture.
    Duration least = Duration.ofNanos(Math.round(0.9e9 / fps));
    @Nullable StreamPicture first = pictures.next();
    if (first == null) {
      throw new IOException("Clip " + source.clip() + " holds no pictures");
    }
    try (Canvas canvas = new Canvas(file, first.picture(), fps)) {
      Duration last = Duration.ZERO;
      for (StreamPicture next = first; next != null; next = pictures.nextFrom(last.plus(least))) {
        try (StreamPicture picture = next) {
          last = picture.offset();
          long offset = last.toMillis() + source.firstMillis();
          canvas.add(picture.picture(), last, source.momentAt(offset));
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("Stopped while making " + file.getFileName());
        }
      }
      canvas.finish(source, last);
    }
  }

  /** One image that every picture is drawn on, on its way to the encoder. */
  private final class Canvas implements AutoCloseable {

    private final BufferedImage image;
    private final OverlayPainter painter;
    private final Bystanders bystanders;
    private final VideoFileWriter writer;

    Canvas(Path file, BgrPicture first, double fps) throws IOException {
      image = BgrImages.black(even(first.widthPx()), even(first.heightPx()));
      painter = new OverlayPainter(overlay, font, image.getWidth(), image.getHeight());
      bystanders = new Bystanders(overlay.clear(), image.getWidth(), image.getHeight());
      writer =
          new VideoFileWriter(
              file, new EncoderSettings(image.getWidth(), image.getHeight(), fps, KEY_FRAME_EVERY));
    }

    /** As the encoder wants it. */
    private static int even(int sizePx) {
      return Math.max(2, sizePx / 2 * 2);
    }

    void add(BgrPicture picture, Duration offset, Instant moment) throws IOException {
      BgrImages.copy(picture, image);
      Graphics2D graphics = image.createGraphics();
      if (overlay.blur() == Overlay.Blur.OUTSIDE_POSTS) {
        bystanders.hide(image, graphics);
      }
      painter.paint(graphics, moment);
      graphics.dispose();
      writer.write(BgrImages.bytes(image), offset);
    }

    void finish(Source source, Duration last) throws IOException {
      List<ClipChapter> chapters = source.chapters();
      for (int i = 0; i < chapters.size(); i++) {
        long start = chapters.get(i).offsetMillis() - source.firstMillis();
        long end =
            i + 1 < chapters.size()
                ? chapters.get(i + 1).offsetMillis() - source.firstMillis()
                : Math.max(start + 1, last.toMillis());
        writer.addChapter(chapters.get(i).kind().title(), start, end);
      }
      writer.finish();
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
