package io.zaigang.ingest.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.clip.ChapterKind;
import io.zaigang.ingest.clip.ClipChapter;
import io.zaigang.ingest.clip.ClipPiece;
import io.zaigang.ingest.picture.BgrImages;
import io.zaigang.ingest.playout.FrameCounterMark;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenditionTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int COUNTER_X = 160;
  private static final int COUNTER_Y = 160;
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final RenditionSettings SETTINGS = new RenditionSettings(HEIGHT, 5);
  private static final OverlayFont FONT = OverlayFont.find();

  /** The left half, and in it the counter's first squares. */
  private static final Polygon LEFT =
      new Polygon(List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 1), new Point(0, 1)));

  private static final Overlay OVERLAY =
      new Overlay(
          "旌德县政务服务中心 3号窗口 不动产登记",
          "大厅东侧 空岗",
          SHANGHAI,
          List.of(new Overlay.Outline("A岗", LEFT)),
          Overlay.Blur.NONE,
          List.of());

  @TempDir private static Path folder;
  private static Path clip = Path.of("");

  /** Two pieces: after five seconds of the clip it is an hour later. */
  private static Rendition.Source source() {
    return new Rendition.Source(
        clip,
        List.of(
            new ClipPiece(0, NINE, NINE.plusSeconds(5)),
            new ClipPiece(5000, NINE.plusSeconds(3600), NINE.plusSeconds(3605))),
        List.of(new ClipChapter(ChapterKind.ONSET, 2000, NINE.plusSeconds(2))));
  }

  @BeforeAll
  static void composeTenSeconds() throws Exception {
    clip = folder.resolve("clip.mp4");
    new SceneComposer(
            new SceneScenario(
                List.of(WIDTH, HEIGHT),
                10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                "hall",
                List.of(),
                List.of(),
                List.of(COUNTER_X, COUNTER_Y)),
            folder)
        .compose(clip);
  }

  private static BufferedImage shownAt(Path file, Duration offset) throws Exception {
    try (PictureStream pictures = PictureStream.open(file);
        StreamPicture picture = pictures.nextFrom(offset)) {
      assertThat(picture).isNotNull();
      assertThat(picture.offset()).isEqualTo(offset);
      return BgrImages.of(picture.picture());
    }
  }

  private static int counterIn(Path file, Duration offset) throws Exception {
    try (PictureStream pictures = PictureStream.open(file);
        StreamPicture picture = pictures.nextFrom(offset)) {
      return FrameCounterMark.read(picture.picture(), COUNTER_X, COUNTER_Y);
    }
  }

  /** How well the lower bar of a picture agrees with the one drawn for a moment. */
  private static double likeness(BufferedImage picture, Instant moment) {
    BufferedImage drawn = BgrImages.black(WIDTH, HEIGHT);
    Graphics2D graphics = drawn.createGraphics();
    new OverlayPainter(OVERLAY, FONT, WIDTH, HEIGHT).paint(graphics, moment);
    graphics.dispose();
    double difference = 0;
    for (int y = HEIGHT - 18; y < HEIGHT; y++) {
      for (int x = WIDTH / 2; x < WIDTH; x++) {
        difference += Math.abs((picture.getRGB(x, y) & 0xff) - (drawn.getRGB(x, y) & 0xff));
      }
    }
    return -difference;
  }

  private static Instant clockIn(BufferedImage picture, Instant around) {
    Instant best = around;
    for (int tenths = -30; tenths <= 30; tenths++) {
      Instant candidate = around.plusMillis(100L * tenths);
      if (likeness(picture, candidate) > likeness(picture, best)) {
        best = candidate;
      }
    }
    return best;
  }

  @Test
  void burnsTheWallClockOfThePictureIntoIt() throws Exception {
    Path marked = folder.resolve("marked.mp4");
    new Rendition(OVERLAY, SETTINGS, FONT).make(source(), marked);

    for (int seconds : List.of(0, 2, 4, 5, 8)) {
      Duration offset = Duration.ofSeconds(seconds);
      Instant moment = seconds < 5 ? NINE.plus(offset) : NINE.plus(offset).plusSeconds(3595);
      BufferedImage picture = shownAt(marked, offset);
      assertThat(clockIn(picture, moment.plusMillis(700))).as(offset.toString()).isEqualTo(moment);
      assertThat(counterIn(marked, offset)).isEqualTo(10 * seconds);
    }
  }

  @Test
  void drawsTheZone() throws Exception {
    Path marked = folder.resolve("zones.mp4");
    new Rendition(OVERLAY, SETTINGS, FONT).make(source(), marked);

    int edge = shownAt(marked, Duration.ZERO).getRGB(WIDTH / 2, HEIGHT * 2 / 3);

    assertThat(edge >> 16 & 0xff).isGreaterThan(160);
    assertThat(edge & 0xff).isLessThan(130);
  }

  @Test
  void leavesNothingToRecogniseOutsideOfThePosts() throws Exception {
    Path blurred = folder.resolve("blurred.mp4");
    Overlay hidden =
        new Overlay("", "", SHANGHAI, List.of(), Overlay.Blur.OUTSIDE_POSTS, List.of(LEFT));
    new Rendition(hidden, SETTINGS, FONT).make(source(), blurred);

    Duration offset = Duration.ofMillis(8400);
    int shown = counterIn(clip, offset);
    int left = counterIn(blurred, offset) >> 10;
    assertThat(shown).isEqualTo(84);
    assertThat(left).as("ten squares in the post").isEqualTo(shown >> 10);
    assertThat(roughest(shownAt(clip, offset))).isGreaterThan(150);
    assertThat(roughest(shownAt(blurred, offset))).isLessThan(60);
  }

  /** The largest difference inside of any one square in the right half. */
  private static int roughest(BufferedImage picture) {
    int size = HEIGHT / Bystanders.SQUARES;
    int across = Math.round((float) Bystanders.SQUARES * WIDTH / HEIGHT);
    int roughest = 0;
    for (int top = 2 * size; top + size <= HEIGHT - 2 * size; top += size) {
      for (int column = across / 2 + 1; column < across; column++) {
        int left = column * WIDTH / across;
        int lightest = 0;
        int darkest = 255;
        for (int y = top + 3; y < top + size - 3; y++) {
          for (int x = left + 3; x < left + size - 4; x++) {
            lightest = Math.max(lightest, picture.getRGB(x, y) & 0xff);
            darkest = Math.min(darkest, picture.getRGB(x, y) & 0xff);
          }
        }
        roughest = Math.max(roughest, lightest - darkest);
      }
    }
    return roughest;
  }

  @Test
  void saysWhereTheMachineHasNoChineseFont(@TempDir Path empty) {
    assertThat(OverlayFont.find(List.of(empty)).name()).isNotEmpty();
  }
}
