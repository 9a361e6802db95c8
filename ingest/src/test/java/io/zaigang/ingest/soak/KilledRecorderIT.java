package io.zaigang.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.Await;
import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import io.zaigang.ingest.record.RecorderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code kill -9} of the recorder at moments that follow from a seed. {@code deploy/soak --kills
 * 50} does it more often.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledRecorderIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int KILLS = Integer.getInteger("zaigang.soak.kills", 2);
  private static final long SEED = Long.getLong("zaigang.soak.seed", 20_261_126);

  /**
   * Half a second until a fragment is written, a picture that FFmpeg holds back, two that are sent
   * ahead of their time, and what a busy machine takes to hand a packet over.
   */
  private static final Duration MOST_LOST = Duration.ofMillis(1_200);

  @TempDir private Path folder;
  private final Map<String, String> cameras = new LinkedHashMap<>();
  private final List<Duration> lost = new ArrayList<>();
  private FootageLog log;

  @Test
  void losesNoFinishedSegmentAndHalfASecondOfTheOpenOne() throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("data");
    log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      for (String encoding : List.of("h264-b", "h265")) {
        server.add("/" + encoding, EncodedVideo.load(NumberedFootage.ready(encoding)));
        cameras.put(encoding, server.url("/" + encoding));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        surviveOneKill(data, random);
      }
    }
    verifyAll();
    report();
  }

  private void surviveOneKill(Path data, Random random) throws Exception {
    Map<Segment, Long> finished;
    Instant killedAt;
    try (RecorderProcess recorder = RecorderProcess.start(folder, data, cameras)) {
      Instant begin = Instant.now();
      Await.until("a segment of each", SOON, () -> haveAllSince(begin));
      LockSupport.parkNanos(random.nextInt(5_000) * 1_000_000L);
      killedAt = Instant.now();
      recorder.kill();
      finished = finished();
    }
    try (RecorderProcess recorder = RecorderProcess.start(folder, data, cameras)) {
      Await.until("nothing is left open", SOON, () -> noneOpenSince(killedAt));
    }
    Map<Segment, Long> after = finished();
    assertThat(after).as("finished segments, byte for byte").containsAllEntriesOf(finished);
    for (String camera : cameras.keySet()) {
      Instant end =
          log.all(camera).stream()
              .filter(segment -> segment.start().isBefore(killedAt))
              .map(Segment::end)
              .max(Instant::compareTo)
              .orElseThrow();
      lost.add(Duration.between(end, killedAt));
      assertThat(lost.get(lost.size() - 1)).as(camera).isLessThan(MOST_LOST);
    }
  }

  private boolean haveAllSince(Instant begin) {
    return cameras.keySet().stream()
        .allMatch(
            camera ->
                log.latest(camera).filter(latest -> latest.start().isAfter(begin)).isPresent());
  }

  private Map<Segment, Long> finished() throws IOException {
    Map<Segment, Long> sums = new LinkedHashMap<>();
    for (String camera : cameras.keySet()) {
      for (Segment segment : log.all(camera)) {
        CRC32C sum = new CRC32C();
        sum.update(Files.readAllBytes(segment.file()));
        sums.put(segment, sum.getValue());
      }
    }
    return sums;
  }

  /** What was open at the kill is recovered before anything new is recorded. */
  private boolean noneOpenSince(Instant killedAt) throws IOException {
    try (Stream<Path> files = Files.walk(log.root())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".open.mp4"))
          .noneMatch(name -> Long.parseLong(name.substring(1, 14)) < killedAt.toEpochMilli());
    } catch (java.io.UncheckedIOException renamedMeanwhile) {
      return false;
    }
  }

  private void verifyAll() {
    for (String camera : cameras.keySet()) {
      List<Segment> all = log.all(camera);
      for (Segment segment : all) {
        assertThat(SegmentCheck.problemOf(segment)).as(segment.fileName()).isEmpty();
      }
      List<Gap> gaps = log.gaps(camera, all.get(0).start(), all.get(all.size() - 1).end());
      assertThat(gaps).extracting(Gap::cause).containsOnly(GapCause.RECORDER_DOWN);
    }
  }

  private void report() throws IOException {
    List<Long> millis = lost.stream().map(Duration::toMillis).sorted().toList();
    int segments = cameras.keySet().stream().mapToInt(camera -> log.all(camera).size()).sum();
    String text =
        "%d kills of a recorder with %d cameras, seed %d: %d segments, all whole; of the open one lost: median %d ms, most %d ms%n"
            .formatted(
                KILLS,
                cameras.size(),
                SEED,
                segments,
                millis.get(millis.size() / 2),
                millis.get(millis.size() - 1));
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("kills.txt"), text);
  }
}
