package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Footage of an empty hall in which a clock runs, as if a camera had recorded it. */
public final class HallFootage {

  /** Length of {@link #compose}'s video. */
  public static final Duration LENGTH = Duration.ofSeconds(50);

  private final Path video;

  private HallFootage(Path video) {
    this.video = video;
  }

  /** Composes the video once; it can be recorded any number of times. */
  public static HallFootage compose(Path folder) throws IOException {
    SceneScenario hall =
        new SceneScenario(
            List.of(640, 360),
            12.5,
            LENGTH,
            Duration.ofSeconds(2),
            "hall",
            List.of(),
            List.of(new SceneScenario.Label("{time}", List.of(20, 40))),
            null);
    Path video = folder.resolve("hall.mp4");
    new SceneComposer(hall, folder).compose(video);
    return new HallFootage(video);
  }

  /** Eight seconds of an H.265 camera, 12.5 numbered pictures a second, for the dashboard. */
  public static void h265(String cameraId, Instant start) throws IOException {
    Path file = Installation.DATA.resolve("numbered-h265.mp4");
    try (InputStream video = HallFootage.class.getResourceAsStream("/video/numbered-h265.mp4")) {
      Files.copy(Objects.requireNonNull(video), file, StandardCopyOption.REPLACE_EXISTING);
    }
    new VideoImport(FootageLog.open(Installation.DATA), cameraId, start).run(file);
  }

  /** Puts it into the footage log of the dashboard under test. */
  public void record(Desks desks, String cameraId, Instant start) throws IOException {
    new VideoImport(desks.bean(FootageLog.class), cameraId, start).run(video);
  }
}
