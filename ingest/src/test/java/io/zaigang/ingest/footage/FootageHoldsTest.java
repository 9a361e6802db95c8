package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageHoldsTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path data;
  private FootageHolds holds;

  @BeforeEach
  void open() {
    holds = FootageHolds.open(data);
  }

  private static Segment segment(String camera, long second) {
    return new Segment(camera, START.plusSeconds(second), Duration.ofSeconds(4), Path.of("x.mp4"));
  }

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }

  @Test
  void nothingIsHeldWhereNobodyEverHeldAnything() throws Exception {
    assertThat(holds.list()).isEmpty();
    assertThat(holds.covers(segment("cam", 0))).isFalse();
    assertThat(holds.release("incident")).isFalse();
    assertThat(data.resolve("holds")).doesNotExist();
  }

  @Test
  void coversExactlyTheSegmentsThatShowSomethingOfTheSpan() throws Exception {
    holds.hold("incident", "cam", at(10), at(20), "空岗");

    assertThat(holds.covers(segment("cam", 6))).isFalse();
    assertThat(holds.covers(segment("cam", 7))).isTrue();
    assertThat(holds.covers(segment("cam", 19))).isTrue();
    assertThat(holds.covers(segment("cam", 20))).isFalse();
    assertThat(holds.covers(segment("other", 12))).isFalse();
  }

  @Test
  void theSameIdAgainReplacesWhatItHeld() throws Exception {
    holds.hold("incident", "cam", at(10), at(20), "open");
    holds.hold("incident", "cam", at(10), at(60), "closed");

    assertThat(holds.list())
        .containsExactly(new FootageHold("incident", "cam", at(10), at(60), "closed"));
    assertThat(holds.covers(segment("cam", 50))).isTrue();
  }

  @Test
  void releasingAnIdGivesUpAllItsCamerasAndNobodyElses() throws Exception {
    holds.hold("a", "cam-1", at(0), at(9), "");
    holds.hold("a", "cam-2", at(0), at(9), "");
    holds.hold("ab", "cam-1", at(5), at(20), "");

    assertThat(holds.release("a")).isTrue();

    assertThat(holds.covers(segment("cam-2", 0))).isFalse();
    assertThat(holds.covers(segment("cam-1", 0))).isFalse();
    assertThat(holds.covers(segment("cam-1", 4))).isTrue();
  }

  @Test
  void anotherProcessSeesAHoldAtOnce() throws Exception {
    FootageHolds retention = FootageHolds.open(data);
    for (int i = 0; i < 50; i++) {
      assertThat(retention.covers(segment("cam", i * 10L))).isFalse();
      holds.hold("incident-" + i, "cam", at(i * 10L), at(i * 10L + 5), "");
      assertThat(retention.covers(segment("cam", i * 10L))).isTrue();
    }
  }

  @Test
  void survivesAReopenAndIgnoresWhatACrashLeftBehind() throws Exception {
    holds.hold("../../etc/passwd *?[x]", "大厅-1", at(0), at(9), "two\nlines");
    Files.writeString(data.resolve("holds/.hold-123.tmp"), "{\"id\":");

    assertThat(FootageHolds.open(data).list())
        .containsExactly(
            new FootageHold("../../etc/passwd *?[x]", "大厅-1", at(0), at(9), "two lines"));
    assertThat(FootageHolds.open(data).release("../../etc/passwd *?[x]")).isTrue();
  }

  @Test
  void aHoldThatCannotBeReadStopsWhoeverAsks() throws Exception {
    holds.hold("incident", "cam", at(0), at(9), "");
    Path damaged = data.resolve("holds/other@cam.json");
    Files.writeString(damaged, "{");

    assertThatThrownBy(() -> FootageHolds.open(data).covers(segment("cam", 100)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(damaged.toString());
  }

  @Test
  void refusesAHoldOfNothing() {
    assertThatThrownBy(() -> holds.hold("a", "cam", at(9), at(9), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> holds.hold(" ", "cam", at(0), at(9), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> holds.hold("a", "../cam", at(0), at(9), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overlappingHoldsCoverWhatAnyOfThemCovers() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      long from = random.nextInt(1000);
      holds.hold("h" + i, "cam", at(from), at(from + 1 + random.nextInt(60)), "");
    }
    var list = holds.list();
    for (int second = 0; second < 1100; second++) {
      Segment segment = segment("cam", second);
      boolean expected = list.stream().anyMatch(hold -> segment.overlaps(hold.from(), hold.to()));
      assertThat(holds.covers(segment)).as("second %d", second).isEqualTo(expected);
    }
  }
}
