package io.zaigang.job.benchmark;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One video as the footage of any number of cameras for any time: its segments are linked, not
 * copied, under other times and names, which are all that a reader goes by.
 */
public final class BenchmarkFootage {

  /** A Monday, nine in the morning. */
  public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final Path dataDir;
  private final FootageLog log;
  private final List<Segment> once;
  private final Duration length;

  private BenchmarkFootage(Path dataDir, FootageLog log, List<Segment> once) {
    this.dataDir = dataDir;
    this.log = log;
    this.once = List.copyOf(once);
    this.length = Duration.between(START, once.get(once.size() - 1).end());
  }

  /**
   * The footage in a data directory of its own.
   *
   * @param video H.264 or H.265, so that it is stream-copied
   */
  public static BenchmarkFootage of(Path video, Path dataDir) throws IOException {
    Files.createDirectories(dataDir);
    FootageLog log = FootageLog.open(dataDir);
    List<Segment> known = log.all(cameraId(1));
    return new BenchmarkFootage(
        dataDir,
        log,
        known.isEmpty() ? new VideoImport(log, cameraId(1), START).run(video) : firstPass(known));
  }

  /** Of footage that an earlier benchmark has linked already: up to where it begins again. */
  private static List<Segment> firstPass(List<Segment> known) throws IOException {
    int size = 1;
    while (size < known.size() && !Files.isSameFile(known.get(size).file(), known.get(0).file())) {
      size++;
    }
    return known.subList(0, size);
  }

  /** The segments of the video itself. */
  List<Segment> once() {
    return once;
  }

  /** Of the video, before it begins again. */
  Duration length() {
    return length;
  }

  public Path dataDir() {
    return dataDir;
  }

  /** Makes sure that so many cameras have footage of so long. */
  public void reach(int cameras, Duration wanted) throws IOException {
    long passes = (wanted.toMillis() + length.toMillis() - 1) / length.toMillis();
    for (int camera = 1; camera <= cameras; camera++) {
      for (long pass = 0; pass < passes; pass++) {
        for (Segment segment : once) {
          link(segment, cameraId(camera), segment.start().plus(length.multipliedBy(pass)));
        }
      }
    }
  }

  private void link(Segment segment, String cameraId, Instant start) throws IOException {
    String name = segment.fileName();
    Path file =
        log.cameraFolder(cameraId)
            .resolve(LocalDate.ofInstant(start, ZoneOffset.UTC).toString())
            .resolve(start.toEpochMilli() + name.substring(name.indexOf('-')));
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.createLink(file, segment.file());
    }
  }

  /** The segments of the first camera that begin in a span. */
  List<Segment> segments(Instant from, Instant to) {
    return log.segments(cameraId(1), from, to).stream()
        .filter(segment -> !segment.start().isBefore(from))
        .toList();
  }

  /**
   * A hall whose cameras see three posts each.
   *
   * @param rules lines of the plan's {@code rules}, indented by two
   */
  public static SitePlan plan(int cameras, double analysisFps, String rules) {
    String yaml =
        """
        hall: { id: benchmark, name: benchmark, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI, SAT, SUN]
          seasons: [{ name: all, from: "01-01", to: "12-31", hours: ["00:00-24:00"] }]
        rules:
        %1$s
        cameras:
        %2$s
        windows:
        %3$s
        """
            .formatted(
                rules,
                lines(cameras, id -> camera(id, analysisFps)),
                lines(cameras, BenchmarkFootage::window));
    try {
      return SitePlanFile.parse(yaml, "benchmark plan");
    } catch (SitePlanException e) {
      throw new IllegalStateException(String.valueOf(e.problems()), e);
    }
  }

  private static String lines(int cameras, Function<String, String> line) {
    return IntStream.rangeClosed(1, cameras)
        .mapToObj(camera -> line.apply(cameraId(camera)))
        .collect(Collectors.joining("\n"));
  }

  private static String camera(String id, double analysisFps) {
    return "  - { id: %1$s, name: %1$s, url: \"rtsp://192.0.2.1/%1$s\", analysisFps: %2$s }"
        .formatted(id, analysisFps);
  }

  private static String window(String cameraId) {
    String posts =
        IntStream.range(0, 3)
            .mapToObj(
                post ->
                    """
                    { id: %1$s-%2$d, name: A, zones: [{ camera: %1$s, polygon: \
                    [[%3$s, 0.42], [%4$s, 0.42], [%4$s, 0.82], [%3$s, 0.82]] }] }"""
                        .formatted(cameraId, post, 0.02 + 0.33 * post, 0.31 + 0.33 * post))
            .collect(Collectors.joining(", "));
    return "  - { id: w-%1$s, name: w, unit: u, kind: COUNTER, minOnPost: 1, posts: [%2$s] }"
        .formatted(cameraId, posts);
  }

  static String cameraId(int number) {
    return "bench-%02d".formatted(number);
  }
}
