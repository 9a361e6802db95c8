package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadIndexTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path folder;
  private List<Segment> segments = List.of();

  @BeforeEach
  void record() throws Exception {
    FootageLog log = FootageLog.open(folder);
    segments = NumberedFootage.record(log, "cam", START, folder, 12.5, Duration.ofSeconds(12));
    assertThat(segments).hasSizeGreaterThan(1);
  }

  private Path day() {
    return HeadIndex.folder(segments.get(0));
  }

  @Test
  void holdsTheHeadsOfAllThatWasRecorded() throws Exception {
    HeadIndex index = HeadIndex.read(day());
    for (Segment segment : segments) {
      assertThat(index.of(segment)).isEqualTo(SegmentHead.read(segment.file()));
    }
    assertThat(index.isCurrent(day())).isTrue();
  }

  @Test
  void aTornRecordIsWrittenOver() throws Exception {
    Path file = day().resolve(HeadIndex.FILE_NAME);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    assertThat(HeadIndex.read(day()).of(segments.get(0))).isNotNull();

    HeadIndex.add(segments.get(0));

    assertThat(Files.size(file)).isEqualTo(whole.length + whole.length / segments.size());
    assertThat(HeadIndex.read(day()).of(segments.get(1))).isNotNull();
  }

  @Test
  void mayBeMissingOrNonsense() throws Exception {
    Path file = day().resolve(HeadIndex.FILE_NAME);
    Files.write(file, new byte[400]);
    assertThat(HeadIndex.read(day()).of(segments.get(0))).isNull();
    Files.delete(file);
    assertThat(HeadIndex.read(day()).of(segments.get(0))).isNull();
    assertThat(FootageLog.open(folder).all("cam")).isEqualTo(segments);
  }
}
