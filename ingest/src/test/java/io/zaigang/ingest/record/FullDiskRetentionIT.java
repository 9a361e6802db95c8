package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.DiskSpace;
import io.zaigang.ingest.footage.DiskState;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Retention;
import io.zaigang.ingest.footage.RetentionReport;
import io.zaigang.ingest.footage.RetentionSettings;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention on a real disk without a single free byte, onto which it cannot even write a note. */
class FullDiskRetentionIT {

  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final Duration FOUR = Duration.ofSeconds(4);
  private static final int SIZE = 200_000;
  private static final long FLOOR = 2_000_000;

  @TempDir private Path folder;

  @Test
  void makesRoomAndSaysWhatWentWhenTheDiskIsFullToTheLastByte() throws Exception {
    try (TestDisk disk = TestDisk.mounted(folder, 24)) {
      Path data = disk.folder().resolve("data");
      FootageLog log = FootageLog.open(data);
      List<Segment> segments = record(log);
      FootageHolds holds = FootageHolds.open(data);
      Segment held = segments.get(1);
      holds.hold("incident", "cam", held.start(), held.end(), "空岗");
      disk.fill();

      RetentionReport report =
          new Retention(
                  log,
                  holds,
                  DiskSpace.of(log),
                  new RetentionSettings(Duration.ofDays(30), FLOOR, FLOOR, Duration.ofDays(1)))
              .run(NOW);

      assertThat(report.usableBytes()).isGreaterThanOrEqualTo(FLOOR);
      assertThat(report.state()).isEqualTo(DiskState.DELETING_EARLY);
      List<Segment> left = log.all("cam");
      assertThat(left).startsWith(held).endsWith(segments.get(segments.size() - 1));
      assertThat(left.size() + report.forSpace().segments()).isEqualTo(segments.size());
      assertThat(log.gaps("cam", segments.get(0).start(), left.get(left.size() - 1).end()))
          .hasSize(2)
          .extracting(Gap::cause)
          .containsOnly(GapCause.DELETED);
    }
  }

  private static List<Segment> record(FootageLog log) throws Exception {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant start = NOW.minus(Duration.ofDays(9)).plus(FOUR.multipliedBy(i));
      Path day =
          Files.createDirectories(
              log.cameraFolder("cam").resolve(SegmentName.day(start).toString()));
      Path file = day.resolve(SegmentName.of(start, FOUR).fileName());
      Files.write(file, new byte[SIZE]);
      segments.add(new Segment("cam", start, FOUR, file));
    }
    return segments;
  }
}
