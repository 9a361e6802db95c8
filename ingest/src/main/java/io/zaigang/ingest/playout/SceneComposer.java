package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.EncoderSettings;
import io.zaigang.ingest.av.VideoFileWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Composes footage for the demo and for tests: real people from other videos in a plain hall, by a
 * {@link SceneScenario}. The same scenario always gives the same pictures.
 */
public final class SceneComposer {

  private static final String DRAWN_HALL = "hall";
  private static final int LABEL_FONT_DIVISOR = 30;

  private final SceneScenario scenario;
  private final Path videos;

  /**
   * Prepares a composition.
   *
   * @param videos folder that holds the files that the scenario names
   */
  public SceneComposer(SceneScenario scenario, Path videos) {
    this.scenario = scenario;
    this.videos = videos;
  }

  /** Composes into a file, which appears whole or not at all. */
  public void compose(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("'" + target + "' names no file");
    }
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("." + target.getFileName() + ".composing.mp4");
    try {
      write(unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(Path file) throws IOException {
    BufferedImage background = background();
    List<ActorFrames> actors = new ArrayList<>();
    for (SceneScenario.Actor actor : scenario.actors()) {
      actors.add(ActorFrames.load(actor, inVideos(actor.video()), scenario.fps()));
    }
    EncoderSettings settings =
        new EncoderSettings(
            scenario.widthPx(), scenario.heightPx(), scenario.fps(), scenario.gop());
    long count = Math.round(scenario.duration().toMillis() * scenario.fps() / 1000);
    BufferedImage canvas =
        new BufferedImage(scenario.widthPx(), scenario.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    try (VideoFileWriter writer = new VideoFileWriter(file, settings)) {
      for (int n = 0; n < count; n++) {
        Duration offset = Duration.ofNanos(Math.round(n * 1e9 / scenario.fps()));
        draw(canvas, background, actors, n, offset);
        writer.write(pixels, offset);
      }
      writer.finish();
    }
  }

  private void draw(
      BufferedImage canvas,
      BufferedImage background,
      List<ActorFrames> actors,
      int n,
      Duration offset) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(background, 0, 0, null);
    for (int i = 0; i < actors.size(); i++) {
      SceneScenario.Actor actor = scenario.actors().get(i);
      if (actor.isSeenAt(offset)) {
        graphics.drawImage(actors.get(i).at(n), actor.at().get(0), actor.at().get(1), null);
      }
    }
    scenario.labels().forEach(label -> drawLabel(graphics, label, offset));
    List<Integer> counter = scenario.counterAt();
    if (counter != null) {
      FrameCounterMark.draw(graphics, counter.get(0), counter.get(1), n);
    }
    graphics.dispose();
  }

  private void drawLabel(Graphics2D graphics, SceneScenario.Label label, Duration offset) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int size = scenario.heightPx() / LABEL_FONT_DIVISOR;
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    String time =
        "%d:%02d.%d"
            .formatted(offset.toMinutes(), offset.toSecondsPart(), offset.toMillisPart() / 100);
    String text = label.text().replace("{time}", time);
    graphics.setColor(Color.DARK_GRAY);
    graphics.drawString(text, label.at().get(0) + 1, label.at().get(1) + 1);
    graphics.setColor(Color.WHITE);
    graphics.drawString(text, label.at().get(0), label.at().get(1));
  }

  private BufferedImage background() throws IOException {
    if (scenario.background().equals(DRAWN_HALL)) {
      return HallBackground.draw(scenario.widthPx(), scenario.heightPx());
    }
    Path file = inVideos(scenario.background());
    @Nullable BufferedImage read = ImageIO.read(file.toFile());
    if (read == null) {
      throw new IOException("'" + file + "' is no picture that can be read (PNG or JPEG)");
    }
    BufferedImage scaled =
        new BufferedImage(scenario.widthPx(), scenario.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = scaled.createGraphics();
    graphics.drawImage(read, 0, 0, scenario.widthPx(), scenario.heightPx(), null);
    graphics.dispose();
    return scaled;
  }

  private Path inVideos(String name) throws IOException {
    Path file = videos.resolve(name).normalize();
    if (!Files.isReadable(file)) {
      throw new IOException("'" + file + "' is named by the scenario but cannot be read");
    }
    return file;
  }
}
