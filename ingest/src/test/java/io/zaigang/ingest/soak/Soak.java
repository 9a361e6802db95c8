package io.zaigang.ingest.soak;

import io.zaigang.ingest.Await;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.RecorderProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records unreliable cameras with a recorder of its own process for as long as it is told, then
 * holds what is on the disk against the wall clock.
 */
final class Soak {

  private static final Duration SOON = Duration.ofSeconds(120);

  private final Path folder;
  private final int cameraCount;
  private final long seed;
  private final List<Vitals> vitals = new ArrayList<>();

  Soak(Path folder, int cameraCount, long seed) {
    this.folder = folder;
    this.cameraCount = cameraCount;
    this.seed = seed;
  }

  SoakReport run(Duration duration) throws Exception {
    FootageLog log = FootageLog.open(folder.resolve("data"));
    List<UnreliableCamera> cameras = new ArrayList<>();
    try {
      for (int n = 0; n < cameraCount; n++) {
        cameras.add(UnreliableCamera.number(n, seed));
      }
      Map<String, String> urls = new LinkedHashMap<>();
      cameras.forEach(camera -> urls.put(camera.id(), camera.url()));
      try (RecorderProcess recorder = RecorderProcess.start(folder, folder.resolve("data"), urls)) {
        Await.until("the recorder", SOON, recorder::isAnswering);
        final Instant begin = Instant.now();
        Await.until("a segment of each", SOON, () -> haveRecordedSince(log, cameras, begin));
        endure(cameras, recorder, duration);
        Instant recovered = Instant.now();
        Await.until("all of them again", SOON, () -> haveRecordedSince(log, cameras, recovered));
        double cpuSeconds = recorder.cpuSeconds();
        Instant end = Instant.now();
        recorder.stop();
        return report(log, cameras, begin, end, cpuSeconds);
      }
    } finally {
      for (UnreliableCamera camera : cameras) {
        camera.close();
      }
    }
  }

  private void endure(List<UnreliableCamera> cameras, RecorderProcess recorder, Duration duration)
      throws Exception {
    cameras.forEach(UnreliableCamera::start);
    Instant end = Instant.now().plus(duration);
    long every = Math.max(1, duration.toNanos() / 100);
    while (Instant.now().isBefore(end)) {
      vitals.add(Vitals.of(recorder));
      LockSupport.parkNanos(Math.min(every, TimeUnit.SECONDS.toNanos(10)));
    }
    for (UnreliableCamera camera : cameras) {
      camera.recover();
    }
  }

  private static boolean haveRecordedSince(
      FootageLog log, List<UnreliableCamera> cameras, Instant since) {
    for (UnreliableCamera camera : cameras) {
      Optional<Segment> latest = log.latest(camera.id());
      if (latest.isEmpty() || latest.get().start().isBefore(since)) {
        return false;
      }
    }
    return true;
  }

  private SoakReport report(
      FootageLog log, List<UnreliableCamera> cameras, Instant begin, Instant end, double cpuSeconds)
      throws Exception {
    List<CameraAccount> accounts = new ArrayList<>();
    for (UnreliableCamera camera : cameras) {
      accounts.add(CameraAccount.of(log, camera, begin, end));
    }
    return new SoakReport(seed, Duration.between(begin, end), accounts, vitals, cpuSeconds);
  }
}
