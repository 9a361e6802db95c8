package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.Await;
import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two recorder processes on one footage log; one is killed, and comes back. */
@Execution(ExecutionMode.CONCURRENT)
class RecorderShardsIT {

  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Shard FIRST = new Shard(0, 2);
  private static final Shard SECOND = new Shard(1, 2);
  private static final Pattern CAMERA = Pattern.compile("camera=\"([^\"]+)\"");

  @TempDir private Path folder;
  private final Map<String, String> cameras = new LinkedHashMap<>();

  @Test
  void theOtherStandsInForOneThatWasKilledAndGivesBack() throws Exception {
    Path data = folder.resolve("data");
    FootageLog log = FootageLog.open(data);
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      server.add("/hall", EncodedVideo.load(NumberedFootage.ready("h264-b")));
      for (int camera = 2; camera < 6; camera++) {
        cameras.put("cam-" + camera, server.url("/hall"));
      }
      Set<String> ofSecond = share(SECOND);
      assertThat(ofSecond).isNotEmpty().hasSizeLessThan(cameras.size());

      try (RecorderProcess first = RecorderProcess.start(folder, data, cameras, FIRST)) {
        try (RecorderProcess second = RecorderProcess.start(folder, data, cameras, SECOND)) {
          Await.until(
              "each records its share",
              SOON,
              () ->
                  recorded(first).equals(share(FIRST))
                      && recorded(second).equals(ofSecond)
                      && allSince(log, Instant.EPOCH));
          second.kill();
        }
        Instant killed = Instant.now();
        Await.until("the first stands in", SOON, () -> allSince(log, killed));
        assertThat(recorded(first)).isEqualTo(cameras.keySet());

        try (RecorderProcess again = RecorderProcess.start(folder, data, cameras, SECOND)) {
          Await.until("its cameras go back", SOON, () -> recorded(first).equals(share(FIRST)));
          Instant given = Instant.now();
          Await.until(
              "and are recorded",
              SOON,
              () -> recorded(again).equals(ofSecond) && allSince(log, given));
        }
      }
    }
    cameras.keySet().forEach(camera -> assertNothingTwice(log.all(camera)));
  }

  private Set<String> share(Shard shard) {
    return cameras.keySet().stream()
        .filter(id -> shard.turn(id) == 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean allSince(FootageLog log, Instant since) {
    return cameras.keySet().stream()
        .allMatch(id -> log.latest(id).filter(last -> last.start().isAfter(since)).isPresent());
  }

  /** The cameras that a recorder answers for. */
  private static Set<String> recorded(RecorderProcess recorder) throws Exception {
    return recorder.isAnswering()
        ? CAMERA
            .matcher(recorder.get("/metrics"))
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private static void assertNothingTwice(List<Segment> segments) {
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).start())
          .as("two recorders wrote at once")
          .isAfterOrEqualTo(segments.get(i - 1).end().minus(FootageLog.GAP_TOLERANCE));
    }
  }
}
