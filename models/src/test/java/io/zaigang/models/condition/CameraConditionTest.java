package io.zaigang.models.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.models.imaging.GreyPicture;
import io.zaigang.models.imaging.PaintedPicture;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CameraConditionTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");

  private CameraCondition condition = new CameraCondition(ConditionSettings.DEFAULT);
  private int pictures;

  @Test
  void usesAnOrdinaryPicture() {
    assertThat(check(noisy(room(0)))).isEmpty();
  }

  @Test
  void seesThatItIsDark() {
    assertThat(check(noisy(new PaintedPicture(WIDTH, HEIGHT)))).contains(BlindCause.DARK);
  }

  @Test
  void usesADimPictureWithLampsInIt() {
    PaintedPicture picture = room(0);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = picture.pixels().get(y * picture.strideBytes() + 3 * x) & 255;
        picture.set(x, y, level / 3, level / 3, level / 3);
      }
    }

    assertThat(check(noisy(picture))).isEmpty();
  }

  @Test
  void seesThatTheLensIsCovered() {
    PaintedPicture picture = new PaintedPicture(WIDTH, HEIGHT);
    picture.paint(0, 0, WIDTH, HEIGHT, 90, 100, 110);

    assertThat(check(noisy(picture))).contains(BlindCause.COVERED);
  }

  @Test
  void seesThatThePictureIsOutOfFocus() {
    PaintedPicture picture = new PaintedPicture(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = (int) (128 + 50 * Math.sin(x / 17.0) + 50 * Math.cos(y / 19.0));
        picture.set(x, y, level, level, level);
      }
    }

    assertThat(check(picture)).contains(BlindCause.BLURRED);
  }

  @Test
  void seesThatNotAPixelChangesForLong() {
    PaintedPicture still = noisy(room(0));
    for (int second = 0; second <= 20; second++) {
      assertThat(check(still)).as("after %d s", second).isEmpty();
    }

    assertThat(check(still)).contains(BlindCause.FROZEN);
    assertThat(check(noisy(room(0)))).as("one new picture").isEmpty();
  }

  @Test
  void doesNotTakeAStillRoomForAFrozenPicture() {
    for (int second = 0; second <= 60; second++) {
      assertThat(check(noisy(room(0)))).isEmpty();
    }
  }

  @Test
  void seesThatTheCameraWasTurnedAndTurnedBack() {
    watchTheRoom(30);
    for (int second = 0; second < 10; second++) {
      assertThat(check(noisy(room(60)))).as("turned for %d s", second).isEmpty();
    }

    assertThat(check(noisy(room(60)))).contains(BlindCause.MOVED);
    for (int second = 0; second < 300; second++) {
      assertThat(check(noisy(room(60)))).contains(BlindCause.MOVED);
    }
    assertThat(check(noisy(room(0)))).isEmpty();
  }

  @Test
  void seesASmallTurnOfATwentiethOfThePicture() {
    watchTheRoom(30);

    assertThat(after(12, 32)).contains(BlindCause.MOVED);
  }

  @Test
  void doesNotTakeAVibratingMountForATurnedCamera() {
    watchTheRoom(30);

    assertThat(after(60, 3)).isEmpty();
  }

  @Test
  void doesNotTakeSomeoneBeforeTheCameraForATurnedCamera() {
    watchTheRoom(30);
    for (int second = 0; second < 60; second++) {
      PaintedPicture picture = room(0);
      picture.paint(150, 60, 220, 300, 40, 40, 40);
      assertThat(check(noisy(picture))).isEmpty();
    }
  }

  @Test
  void doesNotTakeALampForATurnedCamera() {
    watchTheRoom(30);
    for (int second = 0; second < 30; second++) {
      PaintedPicture picture = room(0);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int level = picture.pixels().get(y * picture.strideBytes() + 3 * x) & 255;
          int lit = Math.min(255, level / 2 + 90 * x / WIDTH);
          picture.set(x, y, lit, lit, lit);
        }
      }
      assertThat(check(noisy(picture))).isEmpty();
    }
  }

  @Test
  void goesOnAfterARestartAsIfNothingHadHappened() {
    watchTheRoom(30);
    after(8, 60);
    PaintedPicture last = noisy(room(60));
    check(last);
    byte[] stored = condition.state();

    condition = new CameraCondition(ConditionSettings.DEFAULT);
    condition.recall(stored);
    try (GreyPicture grey = new GreyPicture()) {
      grey.fill(last);
      condition.remind(grey);
    }

    assertThat(condition.state()).isEqualTo(stored);
    assertThat(check(noisy(room(60)))).isEmpty();
    assertThat(check(noisy(room(60)))).contains(BlindCause.MOVED);
  }

  @Test
  void refusesLimitsThatAreNone() {
    ConditionSettings good = ConditionSettings.DEFAULT;
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ConditionSettings(
                    300,
                    good.flatShare(),
                    good.sharpness(),
                    good.frozenAfter(),
                    good.movedAfter(),
                    good.matchingShare()))
        .withMessageContaining("300");
  }

  private void watchTheRoom(int seconds) {
    for (int second = 0; second < seconds; second++) {
      assertThat(check(noisy(room(0)))).isEmpty();
    }
  }

  private Optional<BlindCause> after(int seconds, int turnedPx) {
    Optional<BlindCause> last = Optional.empty();
    for (int second = 0; second < seconds; second++) {
      last = check(noisy(room(turnedPx)));
    }
    return last;
  }

  /** One picture a second. */
  private Optional<BlindCause> check(PaintedPicture picture) {
    try (GreyPicture grey = new GreyPicture()) {
      grey.fill(picture);
      return condition.check(START.plusSeconds(pictures++), grey);
    }
  }

  private static PaintedPicture room(int turnedPx) {
    return PaintedPicture.room(WIDTH, HEIGHT, turnedPx, turnedPx / 2);
  }

  /** As a sensor does it: never the same twice. */
  private PaintedPicture noisy(PaintedPicture picture) {
    Random random = new Random(pictures);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = picture.pixels().get(y * picture.strideBytes() + 3 * x) & 255;
        int noise = Math.max(0, Math.min(255, level + random.nextInt(5) - 2));
        picture.set(x, y, noise, noise, noise);
      }
    }
    return picture;
  }
}
