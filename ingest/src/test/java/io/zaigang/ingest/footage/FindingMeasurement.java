package io.zaigang.ingest.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.clip.HlsPlaylist;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long finding footage takes with a day of one camera, and with a month of 32: run by {@code
 * deploy/soak --finding}. The names are generated, as links to one real segment.
 */
class FindingMeasurement {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMillis(4_320);
  private static final int A_DAY = 20_000;
  private static final int OTHERS_A_DAY = 2_000;
  private static final int LINKS = 60_000;
  private static final int DAYS = 30;
  private static final int CAMERAS = 32;
  private static final int ROUNDS = 200;

  @TempDir private Path folder;
  private final List<String> report = new ArrayList<>();
  private Path source = Path.of("");
  private int links = LINKS;

  /** Something that is asked of a log. */
  private interface Question {
    Object ask(FootageLog log, Instant day);
  }

  @Test
  void aMonthOfAHallIsAsQuickAsADayOfOneCamera() throws Exception {
    FootageLog day = FootageLog.open(folder.resolve("day"));
    FootageLog month = FootageLog.open(folder.resolve("month"));
    source = segment();
    generate(day, "cam-01", 1, A_DAY);
    generate(month, "cam-01", DAYS, A_DAY);
    for (int camera = 2; camera <= CAMERAS; camera++) {
      generate(month, "cam-%02d".formatted(camera), DAYS, OTHERS_A_DAY);
    }
    double worst = 0;
    worst =
        Math.max(
            worst,
            compare(
                "the segment at an instant",
                day,
                month,
                (log, from) -> log.at("cam-01", from.plusSeconds(43_210))));
    worst =
        Math.max(
            worst,
            compare(
                "segments of ten minutes",
                day,
                month,
                (log, from) ->
                    log.segments("cam-01", from.plusSeconds(40_000), from.plusSeconds(40_600))));
    worst =
        Math.max(
            worst,
            compare(
                "the next segment of a reader",
                day,
                month,
                (log, from) -> log.firstAfter("cam-01", from.plusSeconds(50_000))));
    worst =
        Math.max(
            worst,
            compare(
                "gaps of a day",
                day,
                month,
                (log, from) -> log.gaps("cam-01", from, from.plusSeconds(86_400))));
    playlist("with an index", month, START.plus(Duration.ofDays(DAYS - 1)));
    playlist("without one", month, START.plus(Duration.ofDays(DAYS - 2)));
    Files.write(Files.createDirectories(Path.of("target")).resolve("finding.txt"), report);
    assertThat(worst).as("%s", report).isLessThan(5);
  }

  private double compare(String what, FootageLog day, FootageLog month, Question question) {
    double small = medianMicros(() -> question.ask(day, START));
    double large = medianMicros(() -> question.ask(month, START.plus(Duration.ofDays(DAYS - 1))));
    say("%-30s a day of one camera %8.0f us, a month of 32 cameras %8.0f us", what, small, large);
    return large / Math.max(small, 50);
  }

  private void playlist(String where, FootageLog log, Instant from) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    for (String time : List.of("first", "again")) {
      long begin = System.nanoTime();
      long cpuBegin = thread.getCurrentThreadCpuTime();
      List<Segment> segments = log.segments("cam-01", from, from.plus(Duration.ofDays(1)));
      String text = HlsPlaylist.vod(segments, Segment::fileName);
      say(
          "playlist of %d segments %s, %s: %d ms, %d ms of them CPU, %d KB",
          segments.size(),
          where,
          time,
          (System.nanoTime() - begin) / 1_000_000,
          (thread.getCurrentThreadCpuTime() - cpuBegin) / 1_000_000,
          text.length() / 1000);
    }
  }

  private static double medianMicros(Runnable task) {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      task.run();
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2] / 1000.0;
  }

  private void say(String format, Object... values) {
    report.add(String.format(Locale.ROOT, format, values));
    System.out.println(report.get(report.size() - 1));
  }

  private Path segment() throws IOException {
    FootageLog log = FootageLog.open(folder.resolve("source"));
    return NumberedFootage.record(log, "cam", START, folder, 12.5, Duration.ofSeconds(4))
        .get(0)
        .file();
  }

  private void generate(FootageLog log, String camera, int days, int perDay) throws IOException {
    for (int day = 0; day < days; day++) {
      Instant start = START.plus(Duration.ofDays(day));
      Path dayFolder =
          Files.createDirectories(
              log.cameraFolder(camera).resolve(SegmentName.day(start).toString()));
      Duration step = STEP.multipliedBy(A_DAY / perDay);
      for (int i = 0; i < perDay; i++) {
        Instant at = start.plus(step.multipliedBy(i));
        Path file = dayFolder.resolve(SegmentName.of(at, step).fileName());
        Files.createLink(file, linked());
        if (day == days - 1 && perDay == A_DAY) {
          HeadIndex.add(new Segment(camera, at, step, file));
        }
      }
    }
  }

  /** A file bears no more than some 65,000 names. */
  private Path linked() throws IOException {
    if (links-- == 0) {
      links = LINKS;
      source = Files.copy(source, folder.resolve("copy-" + System.nanoTime() + ".mp4"));
    }
    return source;
  }
}
