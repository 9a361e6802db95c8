package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSpanTest {

  private static final String CAMERA = "cam";
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;
  private FootageLog log;
  private CameraStatus status;

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
    status = new CameraStatus(CAMERA);
  }

  private static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1000));
  }

  private RecordedSpan recorderStarts(double second) {
    return new RecordedSpan(log, CAMERA, status, at(second));
  }

  private Segment segment(double from, double to) throws Exception {
    SegmentFolder folder = SegmentFolder.of(log, CAMERA);
    Path file = Files.createFile(folder.open(at(from)));
    return folder.publish(file, at(from), Duration.between(at(from), at(to)));
  }

  private List<Gap> holes(double from, double to) {
    return log.gaps(CAMERA, at(from), at(to));
  }

  private static Gap gap(double from, double to, GapCause cause) {
    return new Gap(at(from), at(to), cause);
  }

  @Test
  void timeWithoutARecorderIsItsOwnCause() throws Exception {
    recorderStarts(0).published(segment(0.5, 4));

    RecordedSpan span = recorderStarts(60);
    span.stopped(GapCause.CAMERA_OFFLINE, at(70));
    span.published(segment(80, 84));

    assertThat(holes(0, 84))
        .containsExactly(
            gap(0, 0.5, GapCause.RECORDER_DOWN),
            gap(4, 70, GapCause.RECORDER_DOWN),
            gap(70, 80, GapCause.CAMERA_OFFLINE));
    assertThat(status.gaps()).isEqualTo(2);
  }

  @Test
  void eachStretchOfAHoleHasTheCauseItHadThen() throws Exception {
    RecordedSpan span = recorderStarts(0);
    span.published(segment(0, 4));
    span.stopped(GapCause.CAMERA_OFFLINE, at(5));
    span.stopped(GapCause.DISK_REFUSED, at(20));
    span.stopped(GapCause.DISK_REFUSED, at(25));
    span.stopped(GapCause.CAMERA_OFFLINE, at(30));
    span.published(segment(40, 44));
    span.published(segment(44, 48));

    assertThat(holes(0, 48))
        .containsExactly(
            gap(4, 20, GapCause.CAMERA_OFFLINE),
            gap(20, 30, GapCause.DISK_REFUSED),
            gap(30, 40, GapCause.CAMERA_OFFLINE));
  }

  @Test
  void whatIsSavedLaterStandsBeforeTheHole() throws Exception {
    RecordedSpan span = recorderStarts(0);
    span.published(segment(0, 4));
    span.stopped(GapCause.DISK_REFUSED, at(7.2));
    span.published(segment(4, 7));
    span.published(segment(20, 24));

    assertThat(holes(0, 24)).containsExactly(gap(7, 20, GapCause.DISK_REFUSED));
  }

  @Test
  void aHoleThatStillGrowsSurvivesAKilledRecorder() throws Exception {
    RecordedSpan killed = recorderStarts(0);
    killed.published(segment(0, 4));
    killed.stopped(GapCause.CAMERA_OFFLINE, at(5));
    killed.checkpoint(at(100));
    assertThat(holes(0, 100)).containsExactly(gap(4, 100, GapCause.CAMERA_OFFLINE));

    recorderStarts(200).published(segment(201, 205));

    assertThat(holes(0, 205))
        .containsExactly(
            gap(4, 100, GapCause.CAMERA_OFFLINE), gap(100, 201, GapCause.RECORDER_DOWN));
  }

  @Test
  void ordinaryRecordingLeavesNoEntries() throws Exception {
    RecordedSpan span = recorderStarts(0);
    span.published(segment(0, 4));
    span.checkpoint(at(5));
    span.published(segment(4, 8));

    assertThat(holes(0, 8)).isEmpty();
    assertThat(log.cameraFolder(CAMERA).resolve("gaps.txt")).doesNotExist();
    assertThat(log.cameraFolder(CAMERA).resolve("gap-now.txt")).doesNotExist();
  }
}
