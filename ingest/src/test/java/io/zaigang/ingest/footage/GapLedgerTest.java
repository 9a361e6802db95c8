package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapLedgerTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path data;
  private FootageLog log;
  private GapLedger ledger;

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
    ledger = GapLedger.of(log, "cam");
  }

  private static Gap gap(double from, double to, GapCause cause) {
    return new Gap(at(from), at(to), cause);
  }

  private static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1000));
  }

  private List<Gap> hole(double from, double to) {
    return log.gaps("cam", at(from), at(to));
  }

  @Test
  void dividesAHoleWhereItsCauseChanges() throws Exception {
    ledger.add(List.of(gap(10, 20, GapCause.RECORDER_DOWN)));
    ledger.add(List.of(gap(20, 30, GapCause.CAMERA_OFFLINE)));

    assertThat(hole(0, 40))
        .containsExactly(
            gap(0, 10, GapCause.UNKNOWN),
            gap(10, 20, GapCause.RECORDER_DOWN),
            gap(20, 30, GapCause.CAMERA_OFFLINE),
            gap(30, 40, GapCause.UNKNOWN));
  }

  @Test
  void takesTheLaterWordWhereTwoDisagree() throws Exception {
    ledger.add(List.of(gap(0, 30, GapCause.RECORDER_DOWN), gap(10, 20, GapCause.DISK_REFUSED)));

    assertThat(hole(0, 30))
        .containsExactly(
            gap(0, 10, GapCause.RECORDER_DOWN),
            gap(10, 20, GapCause.DISK_REFUSED),
            gap(20, 30, GapCause.RECORDER_DOWN));
  }

  @Test
  void aMomentNobodyExplainedBelongsToItsNeighbour() throws Exception {
    ledger.add(List.of(gap(0.6, 29.5, GapCause.CAMERA_OFFLINE)));
    assertThat(hole(0, 30)).containsExactly(gap(0, 30, GapCause.CAMERA_OFFLINE));
  }

  @Test
  void remembersAHoleThatWasStillGrowingWhenTheRecorderWasKilled() throws Exception {
    ledger.grows(List.of(gap(0, 10, GapCause.DISK_REFUSED)));
    ledger.grows(List.of(gap(0, 20, GapCause.DISK_REFUSED)));
    assertThat(hole(0, 20)).containsExactly(gap(0, 20, GapCause.DISK_REFUSED));

    GapLedger restarted = GapLedger.of(log, "cam");
    restarted.settle();
    restarted.grows(List.of(gap(50, 60, GapCause.CAMERA_OFFLINE)));

    assertThat(hole(0, 20)).containsExactly(gap(0, 20, GapCause.DISK_REFUSED));
  }

  @Test
  void aTornLineSpoilsOnlyItself() throws Exception {
    ledger.add(List.of(gap(0, 10, GapCause.CAMERA_OFFLINE)));
    Files.writeString(
        log.cameraFolder("cam").resolve("gaps.txt"),
        "2026-03-02T00:00:10Z 2026-03",
        StandardOpenOption.APPEND);
    ledger.add(List.of(gap(10, 20, GapCause.RECORDER_DOWN)));

    assertThat(hole(0, 20))
        .containsExactly(gap(0, 10, GapCause.CAMERA_OFFLINE), gap(10, 20, GapCause.RECORDER_DOWN));
  }

  @Test
  void forgetsOnlyWhatEndedLongAgo() throws Exception {
    ledger.add(List.of(gap(0, 10, GapCause.CAMERA_OFFLINE), gap(10, 30, GapCause.RECORDER_DOWN)));
    ledger.prune(at(20));
    assertThat(ledger.entries()).containsExactly(gap(10, 30, GapCause.RECORDER_DOWN));
  }
}
