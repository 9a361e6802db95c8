package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips with several pieces and chapters, on footage whose every picture bears its number. */
class EvidenceClipTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final double FPS = 12.5;

  private static final Instant ONSET = NINE.plusMillis(13_370);
  private static final Instant THRESHOLD = NINE.plusMillis(27_910);
  private static final Instant RETURN = NINE.plusMillis(45_123);

  @TempDir private Path data;

  private static ClipPlan threePieces() {
    return new ClipPlan(
        "cam-01",
        List.of(
            new Stretch(ONSET.minusSeconds(10), ONSET.plusSeconds(3)),
            new Stretch(THRESHOLD.minusSeconds(2), THRESHOLD.plusSeconds(2)),
            new Stretch(RETURN.minusSeconds(2), RETURN.plusSeconds(5))),
        List.of(
            new Chapter(ChapterKind.ONSET, ONSET),
            new Chapter(ChapterKind.THRESHOLD, THRESHOLD),
            new Chapter(ChapterKind.RETURN, RETURN)),
        ONSET);
  }

  /** Number of the picture that a player shows at this place of the file. */
  private static int numberShownAt(Path file, long offsetMillis) throws Exception {
    int number = -1;
    try (PictureStream pictures = PictureStream.open(file)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          if (picture.offset().toMillis() > offsetMillis) {
            return number;
          }
          number = NumberedFootage.numberOf(picture.picture());
        }
      }
    }
    return number;
  }

  private static int numberRecordedAt(Instant at) {
    return (int) Math.floor(Duration.between(NINE, at).toMillis() * FPS / 1000);
  }

  @Test
  void showsOnsetThresholdAndReturnAtTheirChapters() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, FPS, Duration.ofSeconds(52));

    Clip clip = new ClipCutter(log).cut(threePieces(), data.resolve("c.mp4"));

    assertThat(clip.pieces()).hasSize(3);
    assertThat(clip.chapters())
        .extracting(ClipChapter::at)
        .containsExactly(ONSET, THRESHOLD, RETURN);
    for (ClipChapter chapter : clip.chapters()) {
      assertThat(numberShownAt(clip.file(), chapter.offsetMillis()))
          .as(chapter.kind().name())
          .isEqualTo(numberRecordedAt(chapter.at()));
    }
    assertThat(ShownCheck.shows(clip, ONSET)).isTrue();
    assertThat(ShownCheck.shows(clip, THRESHOLD.minusSeconds(8))).isFalse();
    assertThat(Files.readString(clip.file(), StandardCharsets.ISO_8859_1))
        .contains(
            "chpl",
            new String("达到时限".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void doesNotClaimAnOnsetThatLiesInAHole() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, FPS, Duration.ofSeconds(8));
    Instant later = NINE.plusSeconds(20);
    NumberedFootage.record(log, "cam-01", later, data, FPS, Duration.ofSeconds(8));

    ClipPlan plan = ClipPlan.of("cam-01", NINE, NINE.plusSeconds(28));
    Clip clip = new ClipCutter(log).cut(plan, data.resolve("c.mp4"));

    assertThat(ShownCheck.shows(clip, ONSET)).isFalse();
    assertThat(ShownCheck.shows(clip, NINE.plusSeconds(7))).isTrue();
    assertThat(plan.gaps(log)).hasSize(1);
  }

  @Test
  void keepsThePartThatShowsTheOnsetWhereTheCameraChangesItsPicture() throws Exception {
    FootageLog log = FootageLog.open(data);
    Path small = data.resolve("small.mp4");
    new SceneComposer(
            new SceneScenario(
                List.of(176, 64),
                FPS,
                Duration.ofSeconds(8),
                Duration.ofSeconds(2),
                "hall",
                List.of(),
                List.of(),
                null),
            data)
        .compose(small);
    new VideoImport(log, "cam-01", NINE).run(small);
    Instant later = NINE.plusSeconds(8);
    NumberedFootage.record(log, "cam-01", later, data, FPS, Duration.ofSeconds(12));

    ClipPlan plan =
        new ClipPlan(
            "cam-01",
            List.of(new Stretch(NINE, NINE.plusSeconds(20))),
            List.of(new Chapter(ChapterKind.ONSET, ONSET)),
            ONSET);
    Clip clip = new ClipCutter(log).cut(plan, data.resolve("c.mp4"));

    assertThat(clip.from()).isEqualTo(later);
    assertThat(clip.leftOut()).extracting(LeftOut::cause).containsOnly(LeftOut.Cause.OTHER_FORMAT);
    assertThat(numberShownAt(clip.file(), clip.chapters().get(0).offsetMillis()))
        .isEqualTo((int) Math.floor(Duration.between(later, ONSET).toMillis() * FPS / 1000));
  }
}
