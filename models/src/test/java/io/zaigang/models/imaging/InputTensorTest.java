package io.zaigang.models.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.registry.InputSize;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTensorTest {

  private static final InputSize SQUARE = new InputSize(64, 64);
  private static final int PLANE = 64 * 64;

  @Test
  void keepsTheShapeAtTheTopLeftAndFillsTheRestBeforeNormalising() {
    Preprocessing preprocessing =
        new Preprocessing(
            Fit.LETTERBOX, 0, ChannelOrder.BGR, List.of(10.0, 20.0, 30.0), List.of(2.0, 4.0, 5.0));
    try (PaintedPicture picture = new PaintedPicture(128, 64, 640);
        InputTensor input = new InputTensor(SQUARE, preprocessing)) {
      picture.paint(0, 0, 128, 64, 110, 120, 130);

      View view = input.fill(picture, new Box(0, 0, 128, 64));

      FloatBuffer planes = input.planes();
      assertThat(planes.get(0)).isEqualTo((110 - 10) / 2f);
      assertThat(planes.get(PLANE)).isEqualTo((120 - 20) / 4f);
      assertThat(planes.get(2 * PLANE)).isEqualTo((130 - 30) / 5f);
      assertThat(planes.get(31 * 64 + 63)).isEqualTo(50f);
      assertThat(planes.get(32 * 64)).isEqualTo(-5f);
      assertThat(view.toPicture(0, 0, 64, 32)).isEqualTo(new Box(0, 0, 128, 64));
    }
  }

  @Test
  void stretchesAndTurnsColoursAround() {
    Preprocessing preprocessing = Preprocessing.dividing(Fit.STRETCH, 0, ChannelOrder.RGB, 255);
    try (PaintedPicture picture = new PaintedPicture(128, 32, 384);
        InputTensor input = new InputTensor(SQUARE, preprocessing)) {
      picture.paint(0, 0, 128, 32, 51, 102, 204);

      View view = input.fill(picture, new Box(0, 0, 128, 32));

      assertThat(input.planes().get(PLANE - 1)).isCloseTo(0.8f, within(1e-6f));
      assertThat(input.planes().get(2 * PLANE)).isCloseTo(0.2f, within(1e-6f));
      assertThat(view.toPicture(16, 16, 32, 32)).isEqualTo(new Box(32, 8, 32, 8));
    }
  }

  @Test
  void normalisesEachColourWithItsOwnMeanInEitherOrder() {
    Preprocessing preprocessing =
        new Preprocessing(
            Fit.STRETCH, 0, ChannelOrder.RGB, List.of(10.0, 20.0, 30.0), List.of(1.0, 1.0, 2.0));
    try (PaintedPicture picture = new PaintedPicture(64, 64, 192);
        InputTensor input = new InputTensor(SQUARE, preprocessing)) {
      picture.paint(0, 0, 64, 64, 11, 22, 50);

      input.fill(picture, new Box(0, 0, 64, 64));

      assertThat(input.planes().get(0)).as("red").isEqualTo(10f);
      assertThat(input.planes().get(PLANE)).as("green").isEqualTo(2f);
      assertThat(input.planes().get(2 * PLANE)).as("blue").isEqualTo(1f);
    }
  }

  @Test
  void showsOnlyTheRegionAndTakesItsBoxesBackToThePicture() {
    Preprocessing preprocessing = Preprocessing.dividing(Fit.STRETCH, 0, ChannelOrder.BGR, 1);
    try (PaintedPicture picture = new PaintedPicture(200, 100, 600);
        InputTensor input = new InputTensor(SQUARE, preprocessing)) {
      picture.paint(100, 50, 32, 32, 255, 255, 255);

      View view = input.fill(picture, new Box(100, 50, 32, 32));

      assertThat(input.planes().get(0)).isEqualTo(255f);
      assertThat(input.planes().get(PLANE - 1)).isEqualTo(255f);
      assertThat(view.toPicture(-5, 0, 64, 70)).isEqualTo(new Box(100, 50, 32, 32));
    }
  }

  @Test
  void forgetsTheLastPicture() {
    Preprocessing preprocessing = Preprocessing.dividing(Fit.LETTERBOX, 0, ChannelOrder.BGR, 1);
    try (PaintedPicture white = new PaintedPicture(64, 64, 192);
        PaintedPicture wide = new PaintedPicture(64, 16, 192);
        InputTensor input = new InputTensor(SQUARE, preprocessing)) {
      white.paint(0, 0, 64, 64, 255, 255, 255);
      input.fill(white, new Box(0, 0, 64, 64));
      input.fill(wide, new Box(0, 0, 64, 16));

      assertThat(input.planes().get(40 * 64)).isZero();
    }
  }

  @Test
  void clipsRegionsToWholePixelsOfThePicture() {
    assertThat(OpenCv.wholePixels(new Box(-10, 5.5, 20.2, 1000), 100, 50))
        .isEqualTo(new Box(0, 5, 11, 45));
    assertThat(OpenCv.wholePixels(new Box(200, 0, 10, 10), 100, 50).area()).isZero();
  }
}
