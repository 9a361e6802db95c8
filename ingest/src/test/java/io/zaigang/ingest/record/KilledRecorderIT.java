package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.Await;
import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledRecorderIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CAMERA = "cam-1";

  @TempDir private Path folder;

  @Test
  void losesAtMostHalfASecondWhenKilledInMidSegment() throws Exception {
    Path data = folder.resolve("data");
    FootageLog log = FootageLog.open(data);
    EncodedVideo video =
        EncodedVideo.load(
            NumberedFootage.video(folder, 12.5, Duration.ofSeconds(60), Duration.ofSeconds(2)));
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      server.add("/one", video);
      Process process = startRecorder(server.url("/one"), data);
      try {
        Await.until("a segment", SOON, () -> log.latest(CAMERA).isPresent());
        Await.until("three seconds of the next", SOON, () -> openFor(log).toMillis() > 3_000);
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
      Instant killedAt = Instant.now();
      List<Segment> finished = log.all(CAMERA);
      Path open = open(log).orElseThrow();

      RecorderSettings settings = RecorderSettings.DEFAULT;
      try (Recorder recorder = new Recorder(log, Map.of(), settings)) {
        recorder.reconcile(List.of(new Camera(CAMERA, CAMERA, server.url("/one"), 0.5)));
        Await.until("footage again", SOON, () -> recorder.statuses().get(0).segments() > 1);
      }

      List<Segment> all = log.all(CAMERA);
      assertThat(all).containsAll(finished);
      Segment recovered = all.get(finished.size());
      assertThat(recovered.start())
          .isEqualTo(SegmentName.parseOpen(open.getFileName().toString()).orElseThrow());
      assertThat(recovered.end()).isBetween(killedAt.minusMillis(1_200), killedAt);
      assertThat(open).doesNotExist();
      for (Segment segment : all) {
        assertThat(SegmentCheck.problemOf(segment)).isEmpty();
      }
      assertThat(log.gaps(CAMERA, all.get(0).start(), all.get(all.size() - 1).end()))
          .singleElement()
          .satisfies(gap -> assertThat(gap.cause()).isEqualTo(GapCause.RECORDER_DOWN));
    }
  }

  private Process startRecorder(String url, Path data) throws IOException {
    Path site = folder.resolve("site.yaml");
    Files.writeString(
        site,
        """
        hall: { id: h, name: 大厅, timeZone: Asia/Shanghai }
        calendar: { workdays: [MON], seasons: [{ name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }] }
        cameras: [{ id: %s, name: 一号, url: "%s" }]
        windows:
          - { id: w1, name: 一号窗口, unit: 局, kind: COUNTER, minOnPost: 1, posts: [{ id: p1, name: A岗, zones: [{ camera: %s, polygon: [[0,0],[1,0],[1,1]] }] }] }
        """
            .formatted(CAMERA, url, CAMERA));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.zaigang.ingest.cli.IngestMain",
            "record",
            "--site",
            site.toString(),
            "--data",
            data.toString())
        .inheritIO()
        .start();
  }

  private static Duration openFor(FootageLog log) throws IOException {
    return open(log)
        .flatMap(file -> SegmentName.parseOpen(file.getFileName().toString()))
        .map(start -> Duration.between(start, Instant.now()))
        .orElse(Duration.ZERO);
  }

  private static Optional<Path> open(FootageLog log) throws IOException {
    try (Stream<Path> files = Files.walk(log.cameraFolder(CAMERA))) {
      return files
          .filter(file -> SegmentName.parseOpen(file.getFileName().toString()).isPresent())
          .findFirst();
    } catch (UncheckedIOException renamedMeanwhile) {
      return Optional.empty();
    }
  }
}
