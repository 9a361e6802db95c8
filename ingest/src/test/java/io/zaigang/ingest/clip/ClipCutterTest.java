package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.TestData;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.VideoImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipCutterTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;

  @Test
  void showsExactlyThePicturesOfItsSpanFromTheKeyFrameBefore() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(20));

    Clip clip =
        new ClipCutter(log)
            .cut("cam-01", NINE.plusMillis(5_300), NINE.plusMillis(11_000), data.resolve("c.mp4"));

    assertThat(clip.from()).isEqualTo(NINE.plusSeconds(4));
    assertThat(clip.to()).isBetween(NINE.plusMillis(11_000), NINE.plusMillis(11_160));
    assertThat(clip.segments()).hasSize(2);
    try (PictureStream pictures = PictureStream.open(clip.file())) {
      int number = 50;
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          assertThat(NumberedFootage.numberOf(picture.picture())).isEqualTo(number);
          assertThat(picture.offset()).isEqualTo(Duration.ofMillis(80L * (number - 50)));
        }
        number++;
      }
      assertThat(number).isBetween(138, 139);
    }
  }

  @Test
  void standsStillWhereFootageIsMissing() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(4));
    Instant later = NINE.plusSeconds(10);
    NumberedFootage.record(log, "cam-01", later, data, 12.5, Duration.ofSeconds(4));

    Clip clip =
        new ClipCutter(log).cut("cam-01", NINE, NINE.plusSeconds(14), data.resolve("c.mp4"));

    assertThat(clip.to()).isEqualTo(NINE.plusSeconds(14));
    try (PictureStream pictures = PictureStream.open(clip.file())) {
      Duration last = Duration.ZERO;
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          boolean inHole =
              picture.offset().compareTo(Duration.ofSeconds(4)) >= 0
                  && picture.offset().compareTo(Duration.ofSeconds(10)) < 0;
          assertThat(inHole).isFalse();
          last = picture.offset();
        }
      }
      assertThat(last).isEqualTo(Duration.ofMillis(13_920));
    }
  }

  @Test
  void keepsReorderedPicturesInOrder() throws Exception {
    FootageLog log = FootageLog.open(data);
    new VideoImport(log, "cam-01", NINE).run(TestData.video("post_table_a/post_table_a.mp4"));

    Clip clip =
        new ClipCutter(log)
            .cut("cam-01", NINE.plusSeconds(30), NINE.plusSeconds(40), data.resolve("c.mp4"));

    assertThat(clip.from()).isEqualTo(NINE.plusSeconds(25));
    try (PictureStream pictures = PictureStream.open(clip.file())) {
      int n = 0;
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        next.close();
        assertThat(next.offset()).isEqualTo(Duration.ofMillis(100L * n++));
      }
      assertThat(n).isGreaterThanOrEqualTo(150);
    }
  }

  @Test
  void leavesNothingBehindWhereNothingIsRecorded() {
    ClipCutter cutter = new ClipCutter(FootageLog.open(data));

    assertThatThrownBy(() -> cutter.cut("cam-01", NINE, NINE.plusSeconds(4), data.resolve("c.mp4")))
        .isInstanceOf(NoFootageException.class)
        .hasMessageContaining("cam-01");
    assertThat(Files.exists(data.resolve("c.mp4"))).isFalse();
  }

  @Test
  void snapshotShowsThePictureOfThatMoment() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(8));

    Snapshot snapshot = Snapshot.take(log, "cam-01", NINE.plusMillis(5_119)).orElseThrow();

    assertThat(snapshot.at()).isEqualTo(NINE.plusMillis(5_040));
    Path jpeg = data.resolve("s.jpg");
    Files.write(jpeg, snapshot.jpeg());
    assertThat(javax.imageio.ImageIO.read(jpeg.toFile()).getWidth()).isEqualTo(352);
    assertThat(Snapshot.take(log, "cam-01", NINE.plusSeconds(9))).isEmpty();
  }
}
