package io.zaigang.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.ingest.footage.FootageHold;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path data;
  private final ArchiveInMemory archive = new ArchiveInMemory();
  private FootageLog log;
  private FootageHolds holds;

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
    holds = FootageHolds.open(data);
  }

  private static List<String> names(List<Segment> segments) {
    return segments.stream().map(ArchivedNames::of).toList();
  }

  private FootageCopier copier() {
    return FootageCopier.of(log, archive, segment -> true);
  }

  private CopyRound all(FootageCopier copier) throws IOException {
    CopyRound done = CopyRound.NOTHING;
    for (CopyRound round = copier.round(2, NOW); ; round = copier.round(2, NOW)) {
      done = done.plus(round);
      if (!round.more()) {
        return done;
      }
    }
  }

  private ArchiveWork keeping(Duration keep) {
    return ArchiveWork.DEFAULT.keeping(keep);
  }

  @Test
  void copiesUnderTheSameNamesAndSendsNothingTwice() throws IOException {
    List<Segment> first = RecordedFootage.record(log, "cam-01", MONDAY, 5);
    List<Segment> other = RecordedFootage.record(log, "门厅", MONDAY.plus(DAY), 3);

    assertThat(all(copier()).segments()).isEqualTo(8);
    assertThat(archive.names()).containsAll(names(first)).containsAll(names(other)).hasSize(8);
    assertThat(archive.names()).contains("footage/cam-01/2026-03-02/" + first.get(0).fileName());

    assertThat(all(copier()).segments()).as("by a process that knows nothing").isZero();
  }

  @Test
  void theNewestDayAndTheOldestIncompleteTakeTurns() throws IOException {
    List<Segment> old = RecordedFootage.record(log, "cam-01", MONDAY, 4);
    List<Segment> between = RecordedFootage.record(log, "cam-01", MONDAY.plus(DAY), 2);
    List<Segment> newest = RecordedFootage.record(log, "cam-01", MONDAY.plus(DAY).plus(DAY), 4);

    all(copier());

    assertThat(archive.sent)
        .containsExactlyElementsOf(
            names(
                List.of(
                    newest.get(0),
                    newest.get(1),
                    old.get(0),
                    old.get(1),
                    newest.get(2),
                    newest.get(3),
                    old.get(2),
                    old.get(3),
                    between.get(0),
                    between.get(1))));
  }

  @Test
  void oneCameraWithMuchToDoDoesNotKeepTheOthersWaiting() throws IOException {
    RecordedFootage.record(log, "cam-01", MONDAY, 9);
    List<Segment> little = RecordedFootage.record(log, "cam-02", MONDAY, 1);

    copier().round(2, NOW);

    assertThat(archive.sent).hasSize(3).containsAll(names(little));
  }

  @Test
  void anOldDayIsListedAgainOnlyAfterItChanged() throws IOException {
    RecordedFootage.record(log, "cam-01", MONDAY, 2);
    Path folder = log.cameraFolder("cam-01").resolve("2026-03-02");
    Files.setLastModifiedTime(folder, FileTime.from(MONDAY.plusSeconds(60)));
    FootageCopier copier = copier();
    all(copier);
    int lists = archive.lists;
    all(copier);
    assertThat(archive.lists).isEqualTo(lists);

    List<Segment> late = RecordedFootage.record(log, "cam-01", MONDAY.plusSeconds(600), 1);
    assertThat(all(copier).segments()).isEqualTo(1);
    assertThat(archive.names()).containsAll(names(late));
  }

  @Test
  void anotherSizeIsSentAgainAndAnotherSumWhenAskedFor() throws IOException {
    List<Segment> segments = RecordedFootage.record(log, "cam-01", MONDAY, 2);
    all(copier());
    String torn = ArchivedNames.of(segments.get(0));
    archive.replace(torn, new byte[3], archive.sha256(torn).orElseThrow());
    String other = ArchivedNames.of(segments.get(1));
    archive.replace(other, Files.readAllBytes(segments.get(1).file()), "00");

    archive.sent.clear();
    all(copier());
    assertThat(archive.sent).containsExactly(torn);

    archive.sent.clear();
    all(copier().verifying());
    assertThat(archive.sent).containsExactly(other);
  }

  @Test
  void theArchiveDeletesWhatIsTooOldButNothingHeld() throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Segment> old = RecordedFootage.record(log, "cam-01", now.minus(Duration.ofDays(40)), 3);
    List<Segment> young = RecordedFootage.record(log, "cam-01", now.minus(Duration.ofDays(20)), 2);
    new ArchiveFollower(log, holds, archive, ArchiveWork.DEFAULT).once();
    Segment held = old.get(1);
    holds.hold("incident-7", "cam-01", held.start(), held.end(), "appeal");
    archive.replace("footage/cam-01/2020-01-01/notes.txt", new byte[1], "00");

    ArchiveReport report =
        new ArchiveFollower(log, holds, archive, keeping(Duration.ofDays(30))).once();

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(report.segments()).as("what is too old is not sent again").isZero();
    assertThat(archive.names())
        .contains(ArchivedNames.of(held), "footage/cam-01/2020-01-01/notes.txt")
        .containsAll(names(young))
        .doesNotContain(ArchivedNames.of(old.get(0)), ArchivedNames.of(old.get(2)));
  }

  @Test
  void aHoldThatCannotBeReadKeepsEverything() throws IOException {
    RecordedFootage.record(log, "cam-01", Instant.now().minus(Duration.ofDays(40)), 1);
    new ArchiveFollower(log, holds, archive, ArchiveWork.DEFAULT).once();
    Files.createDirectories(data.resolve("holds"));
    Files.writeString(data.resolve("holds/torn@cam-01.json"), "{");

    ArchiveFollower follower =
        new ArchiveFollower(log, holds, archive, keeping(Duration.ofDays(30)));
    assertThatThrownBy(follower::once).hasMessageContaining("torn@cam-01.json");
    assertThat(archive.names()).hasSize(1);
  }

  @Test
  void fetchedFootageIsHeldForAWhileAndNoLonger() throws IOException {
    List<Segment> segments = RecordedFootage.record(log, "cam-01", MONDAY, 3);
    all(copier());
    for (Segment segment : segments) {
      Files.delete(segment.file());
    }
    FetchSpan span = new FetchSpan("cam-01", MONDAY, MONDAY.plusSeconds(16));

    FetchReport report = new FootageFetch(log, holds, archive).run(span, Duration.ofDays(7), NOW);

    assertThat(report.brought()).isEqualTo(3);
    assertThat(report.missing()).hasSize(1);
    assertThat(report.missing().get(0).from()).isEqualTo(MONDAY.plusSeconds(12));
    assertThat(holds.covers(segments.get(0))).isTrue();
    FetchHold.releaseExpired(holds, NOW.plus(Duration.ofDays(6)));
    assertThat(holds.list()).extracting(FootageHold::cameraId).containsExactly("cam-01");
    FetchHold.releaseExpired(holds, NOW.plus(Duration.ofDays(7)));
    assertThat(holds.list()).isEmpty();
  }

  @Test
  void settingsNameWhatIsWrongAndNeverTheKey() {
    ArchiveSettings.Key key = new ArchiveSettings.Key("id", "very-secret");
    ArchiveSettings good =
        new ArchiveSettings(
            URI.create("https://store.example:9000"),
            "hall-footage",
            "us-east-1",
            ArchiveSettings.Addressing.PATH,
            key);
    assertThat(good.toString() + good.key()).doesNotContain("very-secret");
    assertThat(good.readableOnTheWay()).isFalse();
    assertThatThrownBy(
            () ->
                new ArchiveSettings(
                    URI.create("store.example"),
                    "hall-footage",
                    "us-east-1",
                    ArchiveSettings.Addressing.PATH,
                    key))
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> keeping(Duration.ofDays(3))).hasMessageContaining("30 days");
  }

  @Test
  void ledgerTextsAreSentWhenTheyChange() throws IOException {
    RecordedFootage.record(log, "cam-01", MONDAY, 1);
    Path text = log.cameraFolder("cam-01").resolve("gaps.txt");
    Files.write(text, "a\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(new LedgerCopier(log, archive).run()).isEqualTo(1);
    LedgerCopier again = new LedgerCopier(log, archive);
    assertThat(again.run()).isZero();
    Files.write(text, "a\nb\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(again.run()).isEqualTo(1);
    assertThat(archive.names()).containsExactly("footage/cam-01/gaps.txt");
  }
}
