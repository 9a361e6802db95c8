package io.zaigang.ingest;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.FrameCounterMark;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Footage whose every picture bears its number, so that a test knows which one it sees. */
public final class NumberedFootage {

  private static final int COUNTER_X = 8;
  private static final int COUNTER_Y = 8;

  private NumberedFootage() {}

  /** A video of numbered pictures, counted from 0. */
  public static Path video(Path folder, double fps, Duration duration, Duration gop)
      throws IOException {
    Path file = folder.resolve("numbered-%s-%s-%s.mp4".formatted(fps, duration, gop));
    SceneScenario scenario =
        new SceneScenario(
            List.of(352, 64),
            fps,
            duration,
            gop,
            "hall",
            List.of(),
            List.of(),
            List.of(COUNTER_X, COUNTER_Y));
    new SceneComposer(scenario, folder).compose(file);
    return file;
  }

  /**
   * One of the encodings that lie ready: {@code h264-b}, {@code h265-b} (pictures out of order),
   * {@code h265}, and {@code h264-large}, {@code h265-large} in another size.
   */
  public static Path ready(String encoding) throws IOException {
    URL found = NumberedFootage.class.getResource("numbered-" + encoding + ".mp4");
    if (found == null) {
      throw new IOException("No numbered footage is encoded as " + encoding);
    }
    return Path.of(URI.create(found.toString()));
  }

  /** The same, as footage of a camera. */
  public static List<Segment> record(
      FootageLog log, String cameraId, Instant start, Path folder, double fps, Duration duration)
      throws IOException {
    Path video = video(folder, fps, duration, Duration.ofSeconds(2));
    return new VideoImport(log, cameraId, start).run(video);
  }

  public static int numberOf(BgrPicture picture) {
    return FrameCounterMark.read(picture, COUNTER_X, COUNTER_Y);
  }
}
