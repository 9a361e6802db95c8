package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.DiskState;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.RetentionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskKeeperTest {

  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  @TempDir private Path data;

  private DiskKeeper keeper(long floorBytes) {
    return DiskKeeper.of(
        FootageLog.open(data),
        FootageHolds.open(data),
        new RetentionSettings(
            Duration.ofDays(30), floorBytes, Math.max(floorBytes, 1), Duration.ofDays(1)));
  }

  @Test
  void saysHowMuchRoomThereIs() throws Exception {
    try (DiskKeeper keeper = keeper(0)) {
      keeper.look(NOW);

      assertThat(keeper.status().isWell()).isTrue();
      assertThat(keeper.status().usableBytes()).isPositive();
      assertThat(keeper.status().totalBytes())
          .isGreaterThanOrEqualTo(keeper.status().usableBytes());
      assertThat(MetricsText.of(List.of(), keeper.status()))
          .contains(
              "zaigang_recorder_disk_well 1\n",
              "zaigang_recorder_disk_usable_bytes " + keeper.status().usableBytes() + "\n",
              "zaigang_recorder_deleted_segments_total{reason=\"space\"} 0\n");
    }
  }

  @Test
  void aDiskThatIsTooFullIsToldOverHttp() throws Exception {
    try (DiskKeeper keeper = keeper(Long.MAX_VALUE)) {
      keeper.look(NOW);
      assertThat(keeper.status().state()).isEqualTo(DiskState.NOTHING_TO_DELETE);
      try (HealthServer health = HealthServer.start(0, List::of, keeper::status)) {
        assertThat(Http.get(health.port(), "/health"))
            .startsWith("503")
            .contains("NOTHING_TO_DELETE");
        assertThat(Http.get(health.port(), "/metrics")).contains("zaigang_recorder_disk_well 0\n");
      }
    }
  }

  @Test
  void goesOnWhenWhatStoppedItIsMended() throws Exception {
    Path damaged = Files.createDirectories(data.resolve("holds")).resolve("a@cam.json");
    Files.writeString(damaged, "{");
    Files.createDirectories(data.resolve("footage/cam/2026-01-01"));
    Files.writeString(data.resolve("footage/cam/2026-01-01/1767225600000-4000.mp4"), "old");
    try (DiskKeeper keeper = keeper(0)) {
      keeper.look(NOW);
      assertThat(keeper.status().isWell()).isFalse();
      assertThat(keeper.status().trouble()).contains("retention stands still", "a@cam.json");

      Files.delete(damaged);
      keeper.look(NOW.plusSeconds(60));
      assertThat(keeper.status().isWell()).isTrue();
      assertThat(keeper.status().deletedByAge()).isEqualTo(1);
    }
  }

  @Test
  void keepsFootageForAsLongAsItIsToldAndReportsThat() throws Exception {
    Path fortyDaysOld = data.resolve("footage/cam/2026-02-19/1771459200000-4000.mp4");
    Files.createDirectories(fortyDaysOld.getParent());
    Files.writeString(fortyDaysOld, "old");
    Path report = DiskReport.file(data);
    try (DiskKeeper keeper = keeper(0).reportingTo(report)) {
      keeper.keep(Duration.ofDays(60));
      keeper.look(NOW);
      assertThat(fortyDaysOld).exists();
      assertThat(DiskReport.read(report).orElseThrow())
          .satisfies(
              told -> {
                assertThat(told.at()).isEqualTo(NOW);
                assertThat(told.keepDays()).isEqualTo(60);
                assertThat(told.totalBytes()).isEqualTo(keeper.status().totalBytes());
              });

      keeper.keep(Duration.ofDays(30));
      keeper.look(NOW.plus(Duration.ofMinutes(11)));
      assertThat(fortyDaysOld).doesNotExist();
      assertThat(DiskReport.read(report).orElseThrow().keepDays()).isEqualTo(30);
    }
  }
}
