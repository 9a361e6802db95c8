package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zaigang.ingest.footage.FootageVolumes.DayVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageVolumesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration FOUR = Duration.ofSeconds(4);

  @TempDir private Path data;

  private Path record(Instant start, int bytes) throws IOException {
    Path day = FootageLog.open(data).cameraFolder("cam").resolve(SegmentName.day(start).toString());
    Files.createDirectories(day);
    return Files.write(day.resolve(SegmentName.of(start, FOUR).fileName()), new byte[bytes]);
  }

  @Test
  void countsDayByDayAndSeesWhatComesAndGoes() throws Exception {
    record(NOON, 100);
    record(NOON.plus(FOUR), 50);
    record(NOON.plus(Duration.ofDays(1)), 7);
    FootageVolumes volumes = new FootageVolumes(FootageLog.open(data));

    assertThat(volumes.of("cam"))
        .containsExactly(
            new DayVolume(LocalDate.of(2026, 3, 2), 2, 150, Duration.ofSeconds(8)),
            new DayVolume(LocalDate.of(2026, 3, 3), 1, 7, FOUR));
    assertThat(volumes.of("unknown")).isEmpty();

    Files.delete(record(NOON, 100));
    record(NOON.plus(Duration.ofDays(1)).plus(FOUR), 3);
    assertThat(volumes.of("cam"))
        .extracting(DayVolume::segments, DayVolume::bytes)
        .containsExactly(tuple(1, 50L), tuple(2, 10L));
  }
}
