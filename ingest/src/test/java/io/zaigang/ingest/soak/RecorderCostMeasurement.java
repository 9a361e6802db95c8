package io.zaigang.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.Await;
import io.zaigang.ingest.footage.FootageAccount;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.RecorderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one process takes that records cameras of 1920×1080, 25 pictures and 4 Mbit a second: run by
 * {@code deploy/soak --cost}.
 */
class RecorderCostMeasurement {

  private static final int CAMERAS = Integer.getInteger("zaigang.soak.cameras", 32);
  private static final Duration LENGTH =
      Duration.parse(System.getProperty("zaigang.soak.length", "PT1M"));
  private static final Duration SOON = Duration.ofSeconds(180);
  private static final long WARM_UP_SECONDS = 30;
  private static final long BITS_PER_SECOND = 4_000_000;
  private static final double MOST_CORES = 0.015;
  private static final double MOST_MEGABYTES = 25;

  @TempDir private Path folder;

  @Test
  void aCameraCostsAHundredthOfACoreAndAFewMegabytes() throws Exception {
    Path data = folder.resolve("data");
    FootageLog log = FootageLog.open(data);
    EncodedVideo video = EncodedVideo.load(video()).paddedTo(BITS_PER_SECOND);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      Map<String, String> cameras = new LinkedHashMap<>();
      for (int n = 0; n < CAMERAS; n++) {
        server.add("/cam-" + n, video);
        cameras.put("cam-" + n, server.url("/cam-" + n));
      }
      try (RecorderProcess recorder = RecorderProcess.start(folder, data, cameras)) {
        Await.until(
            "all cameras",
            SOON,
            () ->
                log.cameras().stream().filter(camera -> log.latest(camera).isPresent()).count()
                    == CAMERAS);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS));
        measure(log, recorder);
      }
    }
  }

  private void measure(FootageLog log, RecorderProcess recorder) throws IOException {
    double cpuBefore = recorder.cpuSeconds();
    final Instant begin = Instant.now();
    long most = 0;
    while (Duration.between(begin, Instant.now()).compareTo(LENGTH) < 0) {
      most = Math.max(most, recorder.residentBytes());
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    double cores = (recorder.cpuSeconds() - cpuBefore) / seconds / CAMERAS;
    double megabytes = most / 1e6 / CAMERAS;
    String text =
        String.format(
            Locale.ROOT,
            "%d cameras of 1920x1080, 25/s, %.2f Mbit/s, for %.0f s: %.4f core and %.1f MB a camera, %d holes%n",
            CAMERAS,
            megabitsPerSecond(log),
            seconds,
            cores,
            megabytes,
            holes(log));
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("cost.txt"), text);
    assertThat(holes(log)).as(text).isZero();
    assertThat(cores).as(text).isLessThanOrEqualTo(MOST_CORES);
    assertThat(megabytes).as(text).isLessThanOrEqualTo(MOST_MEGABYTES);
  }

  private static double megabitsPerSecond(FootageLog log) {
    FootageAccount account = FootageAccount.of(log, "cam-0");
    return account.bytes() * 8 / 1e6 / account.recorded().toSeconds();
  }

  private static int holes(FootageLog log) {
    return log.cameras().stream()
        .mapToInt(camera -> FootageAccount.of(log, camera).gaps().size())
        .sum();
  }

  private Path video() throws IOException {
    Path file = folder.resolve("camera.mp4");
    SceneScenario scenario =
        new SceneScenario(
            List.of(1920, 1080),
            25,
            Duration.ofSeconds(8),
            Duration.ofSeconds(2),
            "hall",
            List.of(),
            List.of(),
            null);
    new SceneComposer(scenario, folder).compose(file);
    return file;
  }
}
