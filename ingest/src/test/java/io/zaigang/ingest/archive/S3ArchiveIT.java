package io.zaigang.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.ingest.Await;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real S3-compatible server that checks signatures. */
class S3ArchiveIT {

  private static final Instant START = Instant.parse("2026-03-02T23:59:50Z");
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final ArchiveWork QUICK =
      new ArchiveWork(
          null, false, Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));

  @TempDir private static Path storeFolder;
  private static S3Server server;

  @TempDir private Path data;
  private FootageLog log;
  private FootageHolds holds;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(storeFolder);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
    holds = FootageHolds.open(data);
  }

  private FetchReport fetch(Archive archive, List<Segment> segments) throws Exception {
    Segment last = segments.get(segments.size() - 1);
    FetchSpan span = new FetchSpan(last.cameraId(), segments.get(0).start(), last.end());
    return new FootageFetch(log, holds, archive).run(span, Duration.ofDays(7), Instant.now());
  }

  private static Map<Path, byte[]> bytes(List<Segment> segments) throws Exception {
    Map<Path, byte[]> bytes = new LinkedHashMap<>();
    for (Segment segment : segments) {
      bytes.put(segment.file(), Files.readAllBytes(segment.file()));
    }
    return bytes;
  }

  private static void wipe(List<Segment> segments) throws Exception {
    for (Segment segment : segments) {
      Files.delete(segment.file());
    }
  }

  @Test
  void whatWasWipedHereComesBackByteForByte() throws Exception {
    List<Segment> segments = RecordedFootage.record(log, "门厅-01", START, 6);
    Files.writeString(log.cameraFolder("门厅-01").resolve("gaps.txt"), "");
    Map<Path, byte[]> before = bytes(segments);
    try (Archive archive = S3Archive.of(server.settings())) {
      ArchiveReport report = new ArchiveFollower(log, holds, archive, QUICK).once();
      assertThat(report.segments()).isEqualTo(6);
      assertThat(report.ledgers()).isEqualTo(1);
      assertThat(new ArchiveFollower(log, holds, archive, QUICK.verifying()).once().segments())
          .as("nothing is sent twice")
          .isZero();
      wipe(segments.subList(1, 6));

      FetchReport fetched = fetch(archive, segments);

      assertThat(fetched.brought()).isEqualTo(5);
      assertThat(fetched.here()).isEqualTo(1);
      assertThat(fetched.missing()).isEmpty();
      assertThat(fetched.altered()).isEmpty();
    }
    assertThat(log.all("门厅-01")).containsExactlyElementsOf(segments);
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      assertThat(file.getKey()).hasBinaryContent(file.getValue());
    }
    assertThat(holds.covers(segments.get(5))).isTrue();
  }

  @Test
  void anAlteredFileIsNamedAndNotBrought() throws Exception {
    List<Segment> segments = RecordedFootage.record(log, "altered", START, 2);
    try (Archive archive = S3Archive.of(server.settings())) {
      new ArchiveFollower(log, holds, archive, QUICK).once();
      wipe(segments);
      Path stored = server.file(ArchivedNames.of(segments.get(0)));
      byte[] bytes = Files.readAllBytes(stored);
      bytes[bytes.length / 2] ^= 1;
      Files.write(stored, bytes);

      FetchReport fetched = fetch(archive, segments);

      assertThat(fetched.brought()).isEqualTo(1);
      assertThat(fetched.altered()).hasSize(1);
      assertThat(fetched.altered().get(0)).startsWith(ArchivedNames.of(segments.get(0)));
    }
    assertThat(log.all("altered")).containsExactly(segments.get(1));
    try (var left = Files.list(log.cameraFolder("altered"))) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void aServerThatGoesAndComesBackHasEverything() throws Exception {
    List<Segment> first = RecordedFootage.record(log, "away", START, 3);
    CountDownLatch told = new CountDownLatch(1);
    try (Archive archive = S3Archive.of(server.settings());
        Archive seen = S3Archive.of(server.settings())) {
      ArchiveFollower follower = new ArchiveFollower(log, holds, archive, QUICK);
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(
              () -> {
                try {
                  follower.follow(told);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      try {
        Await.until("the first are there", LIMIT, () -> archived(seen) == first.size());
        RecordedFootage.record(log, "away", START.plusSeconds(12), 40);
        Await.until("it is at the next", LIMIT, () -> archived(seen) > first.size() + 1);
        server.stop();
        RecordedFootage.record(log, "away", START.plusSeconds(172), 5);
        Await.until("it notices", LIMIT, () -> follower.trouble().isPresent());
        server.startAgain();
        Await.until("all are there", LIMIT, () -> archived(seen) == 48);
        Await.until("it is well", LIMIT, () -> follower.trouble().isEmpty());
      } finally {
        told.countDown();
      }
      running.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(new ArchiveFollower(log, holds, seen, QUICK.verifying()).once().segments())
          .isZero();
    }
  }

  private static int archived(Archive archive) throws Exception {
    return archive.list(ArchivedNames.camera("away")).size();
  }

  @Test
  void aWrongKeyOrBucketIsOneClearError() throws Exception {
    RecordedFootage.record(log, "refused", START, 1);
    ArchiveSettings.Key wrong = new ArchiveSettings.Key(S3Server.ACCESS_KEY, "not-the-secret");
    try (Archive archive = S3Archive.of(server.settings(wrong, S3Server.BUCKET))) {
      ArchiveFollower follower = new ArchiveFollower(log, holds, archive, QUICK);
      assertThatThrownBy(() -> follower.follow(new CountDownLatch(1)))
          .isInstanceOf(ArchiveRefusedException.class)
          .hasMessageContaining(server.endpoint().toString())
          .hasMessageContaining("check access key, secret key")
          .hasMessageNotContaining("not-the-secret");
    }
    ArchiveSettings.Key right = new ArchiveSettings.Key(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
    try (Archive archive = S3Archive.of(server.settings(right, "no-such-bucket"))) {
      ArchiveFollower follower = new ArchiveFollower(log, holds, archive, QUICK);
      assertThatThrownBy(follower::once)
          .isInstanceOf(ArchiveRefusedException.class)
          .hasMessageContaining("no such bucket");
    }
  }

  @Test
  void filesAreListedByFolderAndDeleted() throws Exception {
    List<Segment> segments = RecordedFootage.record(log, "folders", START, 4);
    try (Archive archive = S3Archive.of(server.settings())) {
      new ArchiveFollower(log, holds, archive, QUICK).once();
      assertThat(archive.folders(ArchivedNames.ROOT)).contains("folders");
      assertThat(archive.folders(ArchivedNames.camera("folders")))
          .containsExactly("2026-03-02", "2026-03-03");
      archive.delete(ArchivedNames.of(segments.get(0)));
      assertThat(archive.sha256(ArchivedNames.of(segments.get(0)))).isEmpty();
      assertThat(archive.list(ArchivedNames.camera("folders"))).hasSize(3);
    }
  }
}
