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
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.CameraFeed;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Both codecs, pictures in and out of order, TCP and UDP, with and without sound. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class StreamKindsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int LOOP = 300;

  /** The clock found at first may be late by what the machine was busy, and slews from there. */
  private static final long TOLERANCE = 250;

  @TempDir private Path data;

  private static EncodedVideo encoding(String name) throws Exception {
    return EncodedVideo.load(NumberedFootage.ready(name));
  }

  private static Camera camera(RtspPlayoutServer server, String id) {
    return new Camera(id, id, server.url("/" + id), 0.5);
  }

  private static boolean haveAll(Recorder recorder, int segments) {
    return recorder.statuses().stream().allMatch(status -> status.segments() >= segments);
  }

  @Test
  void recordsEveryKindOfStreamAndKnowsWhenItsPicturesWereTaken() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = new Recorder(log, Map.of(), RecorderSettings.DEFAULT)) {
      server.add("/h264-b-tcp", encoding("h264-b"));
      server.add("/h265-b-tcp", encoding("h265-b")).announceAudio();
      server.add("/h265-tcp", encoding("h265")).withholdSenderReports();
      server.add("/h264-b-udp", encoding("h264-b")).refuseTcp();
      CameraFeed udp = server.add("/h265-b-udp", encoding("h265-b"));
      udp.refuseTcp();
      udp.announceAudio();
      List<Camera> cameras =
          Stream.of("h264-b-tcp", "h265-b-tcp", "h265-tcp", "h264-b-udp", "h265-b-udp")
              .map(id -> camera(server, id))
              .toList();
      recorder.reconcile(cameras);
      Await.until("three segments of each", SOON, () -> haveAll(recorder, 3));
    }

    assertThat(log.cameras()).hasSize(5);
    for (String camera : log.cameras()) {
      List<Segment> segments = log.all(camera);
      for (Segment segment : segments) {
        assertThat(SegmentCheck.problemOf(segment)).as(camera).isEmpty();
      }
      assertThat(codec(segments.get(0))).isEqualTo(camera.startsWith("h264") ? "h264" : "hevc");
      assertThat(log.gaps(camera, segments.get(0).start(), last(segments).end()))
          .as(camera)
          .isEmpty();
      assertEvenTimes(camera, segments);
    }
  }

  /** Each picture's own number says when it was sent, up to one offset for all of them. */
  private static void assertEvenTimes(String camera, List<Segment> segments) throws Exception {
    List<Long> zeroMillis = new ArrayList<>();
    try (FrameReader reader = FrameReader.from(SampleGrid.perSecond(5), Instant.EPOCH)) {
      for (Segment segment : segments) {
        try (SegmentFrames frames = reader.open(segment)) {
          for (FrameReading next = frames.next(); next != null; next = frames.next()) {
            try (SampledPicture sampled = (SampledPicture) next) {
              long number = NumberedFootage.numberOf(sampled.picture());
              zeroMillis.add(Math.floorMod(sampled.at().toEpochMilli() - number * 80, LOOP * 80L));
            }
          }
        }
      }
    }
    assertThat(zeroMillis).as(camera).hasSizeGreaterThan(40);
    long first = zeroMillis.get(0);
    assertThat(zeroMillis)
        .as(camera)
        .allSatisfy(
            zero ->
                assertThat(Math.floorMod(zero - first + TOLERANCE, LOOP * 80L))
                    .isLessThan(2 * TOLERANCE));
  }

  @Test
  void followsACameraThatComesBackWithAnotherCodec() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = new Recorder(log, Map.of(), RecorderSettings.DEFAULT)) {
      CameraFeed feed = server.add("/cam", encoding("h264-b"));
      recorder.reconcile(List.of(camera(server, "cam")));
      Await.until("a segment", SOON, () -> haveAll(recorder, 1));
      feed.show(encoding("h265-large"));
      server.dropConnections();
      Await.until(
          "H.265",
          SOON,
          () -> log.latest("cam").map(StreamKindsIT::codec).orElse("").equals("hevc"));
    }

    for (Segment segment : log.all("cam")) {
      assertThat(SegmentCheck.problemOf(segment)).isEmpty();
    }
    assertThat(log.all("cam")).extracting(StreamKindsIT::codec).startsWith("h264").endsWith("hevc");
  }

  @Test
  void camerasComeAndGoWithoutARestart() throws Exception {
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0);
        Recorder recorder = new Recorder(log, Map.of(), RecorderSettings.DEFAULT)) {
      server.add("/stays", encoding("h264-b"));
      server.add("/goes", encoding("h265-b"));
      server.add("/comes", encoding("h265"));
      recorder.reconcile(List.of(camera(server, "stays"), camera(server, "goes")));
      Await.until("a segment of each", SOON, () -> haveAll(recorder, 1));
      CameraStatus stayed = recorder.statuses().get(1);

      recorder.reconcile(List.of(camera(server, "stays"), camera(server, "comes")));
      Await.until("a segment of the new one", SOON, () -> haveAll(recorder, 1));

      assertThat(recorder.statuses())
          .extracting(CameraStatus::cameraId)
          .containsExactly("comes", "stays");
      assertThat(recorder.statuses().get(1)).isSameAs(stayed);
      assertThat(stayed.reconnects()).isZero();
      assertThat(server.clients()).isEqualTo(2);
    }
  }

  private static Segment last(List<Segment> segments) {
    return segments.get(segments.size() - 1);
  }

  private static String codec(Segment segment) {
    try (SegmentPackets packets = SegmentPackets.open(segment)) {
      return packets.format().codec();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
