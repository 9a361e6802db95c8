package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.Await;
import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.FrameReader;
import io.zaigang.ingest.av.FrameReading;
import io.zaigang.ingest.av.SampleGrid;
import io.zaigang.ingest.av.SampledPicture;
import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.av.SegmentFrames;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.CameraFeed;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class RecorderIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final RecorderSettings IMPATIENT =
      new RecorderSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          Duration.ofMillis(400),
          Shard.ONLY);

  @TempDir private Path data;

  private EncodedVideo video() throws Exception {
    return EncodedVideo.load(
        NumberedFootage.video(data, 12.5, Duration.ofSeconds(60), Duration.ofSeconds(1)));
  }

  private Recorder recorder(FootageLog log) {
    return new Recorder(log, Map.of("USER", "someone", "PASSWORD", "s3cr@t/"), IMPATIENT);
  }

  private static Camera camera(String id, String url) {
    return new Camera(id, id, url, 0.5);
  }

  private static CameraStatus status(Recorder recorder, String cameraId) {
    return recorder.statuses().stream()
        .filter(status -> status.cameraId().equals(cameraId))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitMoreSegments(Recorder recorder, String cameraId) throws Exception {
    long before = status(recorder, cameraId).segments();
    Await.until(
        "another segment of " + cameraId,
        SOON,
        () -> status(recorder, cameraId).segments() >= before + 2);
  }

  @Test
  void goesOnAfterStallAndDeathAndShowsTheGaps() throws Exception {
    EncodedVideo video = video();
    FootageLog log = FootageLog.open(data);
    RtspPlayoutServer server = RtspPlayoutServer.start(0);
    int port = server.port();
    CameraFeed disturbed = server.add("/one", video);
    server.add("/two", video);
    List<Camera> cameras =
        List.of(camera("cam-1", server.url("/one")), camera("cam-2", server.url("/two")));
    Instant begin = Instant.now();

    Instant end;
    try (Recorder recorder = recorder(log)) {
      recorder.reconcile(cameras);
      awaitMoreSegments(recorder, "cam-1");

      disturbed.stall();
      Await.until("offline", SOON, () -> !status(recorder, "cam-1").isConnected());
      assertThat(status(recorder, "cam-2").isConnected()).isTrue();
      disturbed.resume();
      awaitMoreSegments(recorder, "cam-1");

      server.close();
      for (String camera : List.of("cam-1", "cam-2")) {
        long before = status(recorder, camera).reconnects();
        Await.until("attempts", SOON, () -> status(recorder, camera).reconnects() > before + 2);
        assertThat(status(recorder, camera).isConnected()).isFalse();
      }
      server = RtspPlayoutServer.start(port);
      server.add("/one", video);
      server.add("/two", video);
      awaitMoreSegments(recorder, "cam-1");
      awaitMoreSegments(recorder, "cam-2");
      end = Instant.now();
    } finally {
      server.close();
    }

    assertThat(gaps(log, "cam-1")).hasSize(2);
    assertThat(gaps(log, "cam-2")).hasSize(1);
    assertThat(gaps(log, "cam-1")).extracting(Gap::cause).containsOnly(GapCause.CAMERA_OFFLINE);
    for (String camera : log.cameras()) {
      assertThat(log.earliest(camera).orElseThrow().start())
          .isBetween(begin.minusSeconds(1), begin.plusSeconds(2));
      assertThat(log.latest(camera).orElseThrow().end())
          .isBetween(end.minusSeconds(1), end.plusSeconds(1));
      for (Segment segment : log.all(camera)) {
        assertThat(SegmentCheck.problemOf(segment)).isEmpty();
      }
    }
  }

  @Test
  void footageSaysWhenItsPicturesWereTaken() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = recorder(log)) {
      server.add("/one", video());
      recorder.reconcile(List.of(camera("cam-1", server.url("/one"))));
      awaitMoreSegments(recorder, "cam-1");
      awaitMoreSegments(recorder, "cam-1");
      Await.until("an offset", SOON, () -> status(recorder, "cam-1").clockOffsetMillis() != null);
      assertThat(status(recorder, "cam-1").clockOffsetMillis()).isBetween(-300L, 300L);
    }

    List<Segment> segments = log.all("cam-1");
    assertThat(gaps(log, "cam-1")).isEmpty();
    List<Long> zeroMillis = new ArrayList<>();
    try (FrameReader reader = FrameReader.from(SampleGrid.perSecond(5), Instant.EPOCH)) {
      for (Segment segment : segments) {
        try (SegmentFrames frames = reader.open(segment)) {
          for (FrameReading next = frames.next(); next != null; next = frames.next()) {
            try (SampledPicture sampled = (SampledPicture) next) {
              long number = NumberedFootage.numberOf(sampled.picture());
              zeroMillis.add(sampled.at().toEpochMilli() - number * 80);
            }
          }
        }
      }
    }
    assertThat(zeroMillis.size()).isGreaterThan(60);
    long first = zeroMillis.get(0);
    assertThat(zeroMillis).allSatisfy(zero -> assertThat(zero).isBetween(first - 60, first + 60));
  }

  @Test
  void bridgesJumpsOfTheStreamClockAndDistrustsAWrongCameraClock() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = recorder(log)) {
      CameraFeed feed = server.add("/one", video());
      feed.setClockError(Duration.ofHours(8));
      recorder.reconcile(List.of(camera("cam-1", server.url("/one"))));
      awaitMoreSegments(recorder, "cam-1");
      feed.jumpStreamClock(Duration.ofHours(-3));
      Await.until("jump", SOON, () -> status(recorder, "cam-1").clockJumps() > 0);
      awaitMoreSegments(recorder, "cam-1");
      assertThat(status(recorder, "cam-1").clockOffsetMillis())
          .isBetween(8 * 3_600_000L - 500, 8 * 3_600_000L + 500);
    }

    Instant end = log.latest("cam-1").orElseThrow().end();
    assertThat(end).isBetween(Instant.now().minusSeconds(3), Instant.now().plusSeconds(1));
    assertThat(gaps(log, "cam-1")).isEmpty();
  }

  @Test
  void beginsANewSegmentWhenThePictureFormatChanges() throws Exception {
    FootageLog log = FootageLog.open(data);
    EncodedVideo other = EncodedVideo.load(otherSize());
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = recorder(log)) {
      CameraFeed feed = server.add("/one", video());
      recorder.reconcile(List.of(camera("cam-1", server.url("/one"))));
      awaitMoreSegments(recorder, "cam-1");
      feed.show(other);
      awaitMoreSegments(recorder, "cam-1");
      awaitMoreSegments(recorder, "cam-1");
    }

    List<Segment> segments = log.all("cam-1");
    for (Segment segment : segments) {
      assertThat(SegmentCheck.problemOf(segment)).isEmpty();
    }
    assertThat(widths(segments)).startsWith(352).endsWith(480).isSorted();
  }

  @Test
  void neverShowsCredentials() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (Recorder recorder = recorder(log)) {
      recorder.reconcile(
          List.of(camera("cam-1", "rtsp://{USER}:{PASSWORD}@127.0.0.1:1/one?password=hidden")));
      Await.until("trouble", SOON, () -> status(recorder, "cam-1").reconnects() > 2);

      assertThat(status(recorder, "cam-1").trouble())
          .isNotNull()
          .doesNotContain("s3cr", "someone", "hidden");
      try (HealthServer health =
          HealthServer.start(0, recorder::statuses, () -> DiskStatus.UNKNOWN)) {
        assertThat(Http.get(health.port(), "/health")).startsWith("503").doesNotContain("s3cr");
        assertThat(Http.get(health.port(), "/metrics"))
            .startsWith("200")
            .contains("zaigang_recorder_connected{camera=\"cam-1\"} 0\n");
      }
    }
  }

  private Path otherSize() throws Exception {
    Path file = data.resolve("other.mp4");
    SceneScenario scenario =
        new SceneScenario(
            List.of(480, 270),
            12.5,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            "hall",
            List.of(),
            List.of(),
            null);
    new SceneComposer(scenario, data).compose(file);
    return file;
  }

  private static List<Integer> widths(List<Segment> segments) throws Exception {
    List<Integer> widths = new ArrayList<>();
    for (Segment segment : segments) {
      try (SegmentPackets packets = SegmentPackets.open(segment)) {
        widths.add(packets.format().widthPx());
      }
    }
    return widths;
  }

  private static List<Gap> gaps(FootageLog log, String cameraId) {
    return log.gaps(
        cameraId,
        log.earliest(cameraId).orElseThrow().start(),
        log.latest(cameraId).orElseThrow().end());
  }
}
