package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageLogTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration FOUR = Duration.ofSeconds(4);

  @TempDir private Path data;
  private FootageLog log;

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
  }

  private Segment add(String camera, Instant start, Duration duration) throws IOException {
    Path day = log.root().resolve(camera).resolve(SegmentName.day(start).toString());
    Files.createDirectories(day);
    Path file = day.resolve(SegmentName.of(start, duration).fileName());
    Files.createFile(file);
    return new Segment(camera, start, duration, file);
  }

  @Test
  void findsWhatASpanShowsAlsoAcrossMidnight() throws Exception {
    Segment before = add("cam", MIDNIGHT.minusSeconds(6), FOUR);
    Segment across = add("cam", MIDNIGHT.minusSeconds(2), FOUR);
    Segment after = add("cam", MIDNIGHT.plusSeconds(2), FOUR);
    add("other", MIDNIGHT, FOUR);

    assertThat(log.segments("cam", MIDNIGHT.minusSeconds(60), MIDNIGHT.plusSeconds(60)))
        .containsExactly(before, across, after);
    assertThat(log.segments("cam", MIDNIGHT.plusMillis(500), MIDNIGHT.plusSeconds(1)))
        .containsExactly(across);
    assertThat(log.segments("cam", MIDNIGHT.plusSeconds(2), MIDNIGHT.plusSeconds(9)))
        .containsExactly(after);
    assertThat(log.at("cam", MIDNIGHT)).contains(across);
    assertThat(log.at("cam", MIDNIGHT.plusSeconds(6))).isEmpty();
    assertThat(log.earliest("cam")).contains(before);
    assertThat(log.latest("cam")).contains(after);
    assertThat(log.all("cam")).containsExactly(before, across, after);
  }

  @Test
  void aReaderGoesOnFromItsPositionAsSegmentsAppear() throws Exception {
    Segment first = add("cam", MIDNIGHT.minusSeconds(4), FOUR);
    assertThat(log.firstAtOrAfter("cam", Instant.EPOCH)).contains(first);
    assertThat(log.firstAfter("cam", first.start())).isEmpty();

    Segment second = add("cam", MIDNIGHT, FOUR);
    assertThat(log.firstAfter("cam", first.start())).contains(second);
    Segment later = add("cam", MIDNIGHT.plus(Duration.ofDays(9)), FOUR);
    assertThat(log.firstAfter("cam", second.start())).contains(later);
    assertThat(log.firstAfter("cam", later.start())).isEmpty();
  }

  @Test
  void holesAreWhatNoNameCovers() throws Exception {
    add("cam", MIDNIGHT, FOUR);
    add("cam", MIDNIGHT.plusMillis(4_040), FOUR);
    add("cam", MIDNIGHT.plusSeconds(20), FOUR);
    GapLedger.of(log, "cam")
        .add(
            List.of(
                new Gap(
                    MIDNIGHT.plusSeconds(9), MIDNIGHT.plusSeconds(20), GapCause.CAMERA_OFFLINE)));

    assertThat(log.gaps("cam", MIDNIGHT, MIDNIGHT.plusSeconds(30)))
        .containsExactly(
            new Gap(MIDNIGHT.plusMillis(8_040), MIDNIGHT.plusSeconds(20), GapCause.CAMERA_OFFLINE),
            new Gap(MIDNIGHT.plusSeconds(24), MIDNIGHT.plusSeconds(30), GapCause.UNKNOWN));
    assertThat(log.gaps("nobody", MIDNIGHT, MIDNIGHT.plusSeconds(1))).hasSize(1);
  }

  @Test
  void unfinishedAndForeignFilesAreNoFootage() throws Exception {
    Segment segment = add("cam", MIDNIGHT, FOUR);
    Path day = segment.file().getParent();
    Files.createFile(day.resolve(SegmentName.open(MIDNIGHT.plusSeconds(4))));
    Files.createFile(day.resolve("1-0.mp4"));
    Files.createFile(day.resolve("readme.txt"));
    Files.createDirectories(log.root().resolve("cam").resolve("lost+found"));

    assertThat(log.all("cam")).containsExactly(segment);
    assertThat(log.cameras()).containsExactly("cam");
  }

  @Test
  void noNameLeadsOutOfTheLog() throws Exception {
    Segment segment = add("cam", MIDNIGHT, FOUR);
    Files.createFile(data.resolve(segment.fileName()));

    assertThat(log.find("cam", segment.fileName())).contains(segment);
    for (String id : List.of("..", ".", "", "cam/../cam", "/etc", "%2e%2e", "cam\0", "a\\b")) {
      assertThat(log.find(id, segment.fileName())).isEmpty();
      assertThat(log.all(id)).isEmpty();
    }
    for (String name : List.of("../" + segment.fileName(), "x", segment.fileName() + "/..")) {
      assertThat(log.find("cam", name)).isEmpty();
    }
  }

  @Test
  void findingLooksAtNoMoreThanTheDaysAskedForHoweverLongTheLogIs() throws Exception {
    for (int day = 0; day < 40; day++) {
      for (String camera : List.of("cam", "other")) {
        Segment segment = add(camera, MIDNIGHT.plus(Duration.ofDays(day)).plusSeconds(60), FOUR);
        Files.setLastModifiedTime(
            HeadIndex.folder(segment), FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
    Instant noon = MIDNIGHT.plus(Duration.ofDays(20)).plusSeconds(43_200);

    log.at("cam", noon);
    log.segments("cam", noon, noon.plusSeconds(600));
    log.gaps("cam", noon, noon.plusSeconds(600));
    log.firstAfter("cam", noon);
    log.latest("cam");

    assertThat(log.listedDays()).isLessThanOrEqualTo(3);
  }

  @Test
  void findingDoesNotListADayOfSegmentsAgain() throws Exception {
    Path day = log.root().resolve("cam").resolve("2026-03-02");
    Files.createDirectories(day);
    for (int i = 0; i < 21_600; i++) {
      Files.createFile(day.resolve(SegmentName.of(MIDNIGHT.plusSeconds(4L * i), FOUR).fileName()));
    }
    Files.setLastModifiedTime(
        day, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(9)));
    log.latest("cam");

    long begin = System.nanoTime();
    try (Stream<Path> files = Files.list(day)) {
      assertThat(files.count()).isEqualTo(21_600);
    }
    long listing = System.nanoTime() - begin;
    begin = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      assertThat(log.at("cam", MIDNIGHT.plusSeconds(80L * i + 1))).isPresent();
    }
    assertThat((System.nanoTime() - begin) / 1000).isLessThan(listing / 2);
  }
}
