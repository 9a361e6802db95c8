package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockLogTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;

  @Test
  void knowsTheOffsetOfEachTimeAndNotesOnlyChanges() throws Exception {
    FootageLog log = FootageLog.open(data);
    Path folder = Files.createDirectories(log.cameraFolder("cam-01"));
    ClockLog clock = ClockLog.of(log, "cam-01");
    clock.note(NINE, 1200);
    clock.note(NINE.plusSeconds(4), 1230);
    clock.note(NINE.plusSeconds(8), -300);
    Files.writeString(folder.resolve("clock.txt"), "2026-03-0", StandardOpenOption.APPEND);

    assertThat(Files.readAllLines(folder.resolve("clock.txt"))).hasSize(3);
    assertThat(ClockLog.of(log, "cam-01").at(NINE.minusMillis(1))).isEmpty();
    assertThat(ClockLog.of(log, "cam-01").at(NINE.plusSeconds(5))).hasValue(1200);
    assertThat(ClockLog.of(log, "cam-01").at(NINE.plusSeconds(9))).hasValue(-300);
    assertThat(ClockLog.of(log, "cam-02").at(NINE)).isEmpty();
  }
}
