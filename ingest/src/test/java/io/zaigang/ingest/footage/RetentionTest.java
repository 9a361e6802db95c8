package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final Duration FOUR = Duration.ofSeconds(4);
  private static final int SIZE = 1000;
  private static final long FLOOR = 10_000;
  private static final RetentionSettings SETTINGS =
      new RetentionSettings(Duration.ofDays(30), FLOOR, 20_000, Duration.ofDays(1));

  @TempDir private Path data;
  private FootageLog log;
  private FootageHolds holds;
  private final FilledDisk disk = new FilledDisk();

  /** A disk that others may fill; footage that is deleted makes room on it. */
  private final class FilledDisk implements DiskSpace {
    private long total = 1_000_000;

    @Override
    public long usableBytes() throws IOException {
      long used = 0;
      for (String camera : log.cameras()) {
        used += FootageAccount.of(log, camera).bytes();
      }
      return total - used;
    }

    @Override
    public long totalBytes() {
      return total;
    }

    void leave(long usable) throws IOException {
      total += usable - usableBytes();
    }
  }

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
    holds = FootageHolds.open(data);
  }

  private RetentionReport run() throws IOException {
    return new Retention(log, holds, disk, SETTINGS).run(NOW);
  }

  private List<Segment> record(String camera, Duration age, int count) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant start = NOW.minus(age).plus(FOUR.multipliedBy(i));
      Path day = log.cameraFolder(camera).resolve(SegmentName.day(start).toString());
      Files.createDirectories(day);
      Path file = day.resolve(SegmentName.of(start, FOUR).fileName());
      Files.write(file, new byte[SIZE]);
      segments.add(new Segment(camera, start, FOUR, file));
    }
    return segments;
  }

  @Test
  void deletesWhatIsOlderThanAMonthAndNothingElse() throws Exception {
    List<Segment> old = record("cam", Duration.ofDays(30).plusSeconds(20), 5);
    List<Segment> recent = record("cam", Duration.ofDays(30).minusSeconds(4), 3);

    RetentionReport report = run();

    assertThat(log.all("cam")).isEqualTo(recent);
    assertThat(report.byAge().segments()).isEqualTo(5);
    assertThat(report.byAge().bytes()).isEqualTo(5 * SIZE);
    assertThat(report.byAge().until()).containsEntry("cam", old.get(4).end());
    assertThat(report.forSpace().segments()).isZero();
    assertThat(report.state()).isEqualTo(DiskState.ENOUGH);
  }

  @Test
  void theSegmentThatSpansTheLimitIsKept() throws Exception {
    List<Segment> segments = record("cam", Duration.ofDays(30).plusSeconds(2), 1);
    run();
    assertThat(log.all("cam")).isEqualTo(segments);
  }

  @Test
  void emptiedDaysGoAndDaysWithSomethingHeldStay() throws Exception {
    record("cam", Duration.ofDays(40), 3);
    List<Segment> held = record("cam", Duration.ofDays(35), 3);
    holds.hold("incident", "cam", held.get(1).start(), held.get(1).end(), "空岗");

    RetentionReport report = run();

    assertThat(log.all("cam")).containsExactly(held.get(1));
    assertThat(report.byAge().segments()).isEqualTo(5);
    assertThat(log.days("cam")).hasSize(1);

    holds.release("incident");
    run();
    assertThat(log.all("cam")).isEmpty();
    assertThat(log.days("cam")).isEmpty();
  }

  @Test
  void saysWhatWentAndDoesNotTakeTheBlameForWhatWasNeverRecorded() throws Exception {
    List<Segment> first = record("cam", Duration.ofDays(40), 3);
    List<Segment> second = record("cam", Duration.ofDays(39), 3);
    List<Segment> kept = record("cam", Duration.ofDays(2), 1);
    Instant offline = first.get(2).end();
    GapLedger.of(log, "cam")
        .add(List.of(new Gap(offline, second.get(0).start(), GapCause.CAMERA_OFFLINE)));
    GapLedger.of(log, "cam")
        .add(List.of(new Gap(second.get(2).end(), kept.get(0).start(), GapCause.RECORDER_DOWN)));

    run();

    assertThat(log.gaps("cam", first.get(0).start(), kept.get(0).end()))
        .containsExactly(
            new Gap(first.get(0).start(), offline, GapCause.DELETED),
            new Gap(offline, second.get(0).start(), GapCause.CAMERA_OFFLINE),
            new Gap(second.get(0).start(), second.get(2).end(), GapCause.DELETED),
            new Gap(second.get(2).end(), kept.get(0).start(), GapCause.RECORDER_DOWN));
  }

  @Test
  void aFullDiskCostsTheOldestOfAllCamerasAndOnlyAsMuchAsIsMissing() throws Exception {
    List<Segment> older = record("cam-b", Duration.ofDays(9), 4);
    List<Segment> newer = record("cam-a", Duration.ofDays(8), 4);
    disk.leave(FLOOR - 5 * SIZE);

    RetentionReport report = run();

    assertThat(log.all("cam-b")).isEmpty();
    assertThat(log.all("cam-a")).isEqualTo(newer.subList(1, 4));
    assertThat(report.forSpace().segments()).isEqualTo(5);
    assertThat(report.usableBytes()).isEqualTo(FLOOR);
    assertThat(report.state()).isEqualTo(DiskState.DELETING_EARLY);
    assertThat(log.gaps("cam-b", older.get(0).start(), older.get(3).end()))
        .extracting(Gap::cause)
        .containsExactly(GapCause.DELETED);
  }

  @Test
  void warnsLongBeforeItDeletesAnything() throws Exception {
    List<Segment> segments = record("cam", Duration.ofDays(9), 4);
    disk.leave(FLOOR + 1);

    assertThat(run().state()).isEqualTo(DiskState.LOW);
    assertThat(log.all("cam")).isEqualTo(segments);
  }

  @Test
  void neitherHeldNorTodaysFootageGoesForWantOfSpace() throws Exception {
    List<Segment> held = record("cam", Duration.ofDays(9), 4);
    List<Segment> today = record("cam", Duration.ofHours(3), 4);
    holds.hold("incident", "cam", held.get(0).start(), held.get(3).end(), "");
    disk.leave(0);

    RetentionReport report = run();

    assertThat(log.all("cam")).containsAll(held).containsAll(today);
    assertThat(report.state()).isEqualTo(DiskState.NOTHING_TO_DELETE);
  }

  @Test
  void deletesNothingWhileAHoldCannotBeRead() throws Exception {
    List<Segment> old = record("cam", Duration.ofDays(40), 3);
    Files.createDirectories(data.resolve("holds"));
    Files.writeString(data.resolve("holds/incident@cam.json"), "{");
    disk.leave(0);

    assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("Hold");
    assertThat(log.all("cam")).isEqualTo(old);
  }

  @Test
  void aMonthOfOneCameraLeavesOneLineOfWhatWent() throws Exception {
    record("cam", Duration.ofDays(31), 50);
    Retention retention = new Retention(log, holds, disk, SETTINGS);
    Instant now = NOW.minus(Duration.ofDays(1)).plusSeconds(10);
    for (int i = 0; i < 25; i++) {
      retention.run(now.plus(Duration.ofMinutes(11L * i)));
    }

    assertThat(log.all("cam")).isEmpty();
    assertThat(Files.readAllLines(log.cameraFolder("cam").resolve("deleted.txt"))).hasSize(1);
  }
}
