package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.picture.BgrImages;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One actor's pictures in the size and rhythm of the scene, forth and back without end. */
final class ActorFrames {

  /** As much of a video as is used: held in memory, so that it can go backwards. */
  private static final Duration USED = Duration.ofSeconds(12);

  private final List<BufferedImage> frames;

  private ActorFrames(List<BufferedImage> frames) {
    this.frames = frames;
  }

  static ActorFrames load(SceneScenario.Actor actor, Path video, double fps) throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    try (PictureStream stream = PictureStream.open(video)) {
      for (StreamPicture next = stream.next(); next != null; next = stream.next()) {
        try (StreamPicture picture = next) {
          if (picture.offset().compareTo(USED) > 0) {
            break;
          }
          // A slow video shows each picture several times, a fast one leaves some out.
          long due = Math.round(picture.offset().toMillis() * fps / 1000);
          if (due >= frames.size()) {
            BufferedImage scaled = scale(BgrImages.of(picture.picture()), actor);
            while (frames.size() <= due) {
              frames.add(scaled);
            }
          }
        }
      }
    }
    if (frames.isEmpty()) {
      throw new IOException("'" + video + "' holds no pictures");
    }
    return new ActorFrames(frames);
  }

  /** The picture for the n-th frame of the scene. */
  BufferedImage at(long n) {
    int last = frames.size() - 1;
    if (last == 0) {
      return frames.get(0);
    }
    int phase = (int) (n % (2L * last));
    return frames.get(phase <= last ? phase : 2 * last - phase);
  }

  private static BufferedImage scale(BufferedImage image, SceneScenario.Actor actor) {
    BufferedImage part = image;
    List<Integer> crop = actor.crop();
    if (crop != null) {
      int x = Math.max(0, Math.min(crop.get(0), image.getWidth() - 2));
      int y = Math.max(0, Math.min(crop.get(1), image.getHeight() - 2));
      part =
          image.getSubimage(
              x,
              y,
              Math.max(2, Math.min(crop.get(2), image.getWidth() - x)),
              Math.max(2, Math.min(crop.get(3), image.getHeight() - y)));
    }
    int width = actor.at().get(2);
    int height = Math.max(1, (int) Math.round((double) part.getHeight() * width / part.getWidth()));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(part, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
