package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.Await;
import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the recorder does when its disk is full, turns read-only or disappears: by doing it. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class DiskTroubleIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String CAMERA = "cam-1";

  @TempDir private Path folder;
  private final List<AutoCloseable> started = new ArrayList<>();
  private TestDisk disk;
  private FootageLog log;
  private Recorder recorder;

  @BeforeEach
  void recordOntoADiskOfItsOwn() throws Exception {
    EncodedVideo video =
        EncodedVideo.load(
            NumberedFootage.video(folder, 12.5, Duration.ofSeconds(60), Duration.ofSeconds(1)));
    disk = TestDisk.mounted(folder, 24);
    started.add(disk);
    log = FootageLog.open(disk.folder().resolve("data"));
    final RtspPlayoutServer server = RtspPlayoutServer.start(0);
    started.add(server);
    server.add("/one", video);
    recorder = new Recorder(log, Map.of(), RecorderSettings.DEFAULT);
    started.add(recorder);
    recorder.reconcile(List.of(new Camera(CAMERA, CAMERA, server.url("/one"), 0.5)));
    Await.until("a segment", SOON, () -> status().segments() > 0);
  }

  @AfterEach
  void stop() throws Exception {
    Collections.reverse(started);
    for (AutoCloseable part : started) {
      part.close();
    }
  }

  private CameraStatus status() {
    return recorder.statuses().get(0);
  }

  private void awaitAlarm(String reason) throws Exception {
    Await.until(reason, SOON, () -> String.valueOf(status().trouble()).contains(reason));
    try (HealthServer health =
        HealthServer.start(0, recorder::statuses, () -> DiskStatus.UNKNOWN)) {
      assertThat(Http.get(health.port(), "/health")).startsWith("503").contains(reason);
    }
    assertThat(status().isConnected()).as("the camera is still listened to").isTrue();
  }

  private void awaitRecording() throws Exception {
    long before = status().segments();
    Await.until("recording again", SOON, () -> status().segments() >= before + 2);
    assertThat(status().trouble()).isNull();
  }

  private Map<Segment, byte[]> written() throws Exception {
    Map<Segment, byte[]> written = new LinkedHashMap<>();
    for (Segment segment : log.all(CAMERA)) {
      written.put(segment, Files.readAllBytes(segment.file()));
    }
    return written;
  }

  private void assertNothingLost(Map<Segment, byte[]> before) throws Exception {
    recorder.close();
    List<Segment> all = log.all(CAMERA);
    assertThat(all.subList(0, before.size())).containsExactlyElementsOf(before.keySet());
    for (Map.Entry<Segment, byte[]> segment : before.entrySet()) {
      assertThat(segment.getKey().file()).hasBinaryContent(segment.getValue());
    }
    for (Segment segment : all) {
      assertThat(SegmentCheck.problemOf(segment)).isEmpty();
    }
    List<Gap> gaps = log.gaps(CAMERA, all.get(0).start(), all.get(all.size() - 1).end());
    assertThat(gaps).isNotEmpty().extracting(Gap::cause).containsOnly(GapCause.DISK_REFUSED);
  }

  @Test
  void goesOnByItselfOnceAFullDiskHasRoomAgain() throws Exception {
    Path filler = disk.fill();
    awaitAlarm("cannot be written");
    final Map<Segment, byte[]> before = written();

    Files.delete(filler);
    awaitRecording();

    assertNothingLost(before);
  }

  @Test
  void letsGoOfADiskThatTurnedReadOnlyAndGoesOnOnceItIsMended() throws Exception {
    disk.turnReadOnly();
    awaitAlarm("Read-only file system");
    final Map<Segment, byte[]> before = written();

    Await.until("the disk can be unmounted", SOON, disk::unmount);
    awaitAlarm("nothing is mounted at");
    disk.mend();
    disk.mount();
    awaitRecording();

    assertNothingLost(before);
  }

  @Test
  void writesNothingInThePlaceOfADiskThatIsGone() throws Exception {
    final Map<Segment, byte[]> before = written();

    disk.pullOut();
    awaitAlarm("nothing is mounted at");
    assertThat(disk.folder()).isEmptyDirectory();
    disk.mount();
    awaitRecording();

    assertNothingLost(before);
  }
}
