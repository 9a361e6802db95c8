package io.zaigang.models.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.models.imaging.GreyPicture;
import io.zaigang.models.imaging.PaintedPicture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MotionMeterTest {

  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");
  private static final Polygon LEFT_HALF = rectangle(0, 0, 0.5, 1);
  private static final Polygon RIGHT_HALF = rectangle(0.5, 0, 1, 1);

  private final MotionMeter meter = new MotionMeter(List.of(LEFT_HALF, RIGHT_HALF));

  @AfterEach
  void close() {
    meter.close();
  }

  @Test
  void saysNothingOfTheFirstPicture() {
    assertThat(measure(START, grey(320, 180, 100))).isEmpty();
  }

  @Test
  void measuresTheShareOfEachZoneThatChanged() {
    PaintedPicture after = grey(320, 180, 100);
    after.paint(240, 0, 40, 90, 200, 200, 200);
    measure(START, grey(320, 180, 100));

    Motion motion = measure(START.plusMillis(500), after).orElseThrow();

    // 40×90 of 160×180 pixels, its edges widened by the blur
    assertThat(motion.zones().get(0)).isZero();
    assertThat(motion.zones().get(1)).isCloseTo(0.125, within(0.025));
    assertThat(motion.picture()).isCloseTo(0.0625, within(0.0125));
    assertThat(motion.steady()).isTrue();
  }

  @Test
  void takesNoiseForStillness() {
    measure(START, noisy(1));

    Motion motion = measure(START.plusMillis(500), noisy(2)).orElseThrow();

    assertThat(motion.picture()).isLessThan(0.003);
  }

  @Test
  void knowsWhenTheLightChanges() {
    measure(START, grey(320, 180, 100));

    Motion motion = measure(START.plusMillis(500), grey(320, 180, 120)).orElseThrow();

    assertThat(motion.steady()).isFalse();
  }

  @Test
  void comparesOnlyPicturesThatAreCloseAndOfOneSize() {
    measure(START, grey(320, 180, 100));

    assertThat(measure(START.plusSeconds(7), grey(320, 180, 100))).isEmpty();
    assertThat(measure(START.plusSeconds(8), grey(640, 360, 100))).isEmpty();
    assertThat(measure(START.plusSeconds(8), grey(640, 360, 100))).isEmpty();
    assertThat(measure(START.plusSeconds(9), grey(640, 360, 100))).isPresent();
  }

  @Test
  void measuresLargePicturesAsSmallOnes() {
    PaintedPicture after = grey(1920, 1080, 100);
    after.paint(960, 0, 960, 540, 200, 200, 200);
    measure(START, grey(1920, 1080, 100));

    Motion motion = measure(START.plusMillis(500), after).orElseThrow();

    assertThat(motion.zones().get(1)).isCloseTo(0.5, within(0.02));
  }

  private Optional<Motion> measure(Instant at, PaintedPicture picture) {
    try (GreyPicture grey = new GreyPicture()) {
      grey.fill(picture);
      return meter.measure(at, grey);
    }
  }

  private static PaintedPicture grey(int widthPx, int heightPx, int level) {
    PaintedPicture picture = new PaintedPicture(widthPx, heightPx);
    picture.paint(0, 0, widthPx, heightPx, level, level, level);
    return picture;
  }

  private static PaintedPicture noisy(long seed) {
    Random random = new Random(seed);
    PaintedPicture picture = new PaintedPicture(320, 180);
    for (int y = 0; y < 180; y++) {
      for (int x = 0; x < 320; x++) {
        int level = (int) Math.max(0, Math.min(255, 100 + 6 * random.nextGaussian()));
        picture.set(x, y, level, level, level);
      }
    }
    return picture;
  }

  static Polygon rectangle(double left, double top, double right, double bottom) {
    return new Polygon(
        List.of(
            new Point(left, top),
            new Point(right, top),
            new Point(right, bottom),
            new Point(left, bottom)));
  }
}
