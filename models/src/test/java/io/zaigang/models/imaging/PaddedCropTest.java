package io.zaigang.models.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PaddedCropTest {

  private final PaddedCrop crop = new PaddedCrop();

  @Test
  void showsThePartAskedForAndBlackOutsideThePicture() {
    PaintedPicture picture = new PaintedPicture(8, 6, 40);
    picture.paint(0, 0, 8, 6, 10, 20, 30);
    picture.set(7, 5, 1, 2, 3);

    Box shown = crop.show(picture, new Box(6, 4, 4, 4));

    assertThat(shown).isEqualTo(new Box(6, 4, 4, 4));
    assertThat(pixel(0, 0)).containsExactly(10, 20, 30);
    assertThat(pixel(1, 1)).containsExactly(1, 2, 3);
    assertThat(pixel(2, 0)).containsExactly(0, 0, 0);
    assertThat(pixel(0, 2)).containsExactly(0, 0, 0);
  }

  @Test
  void startsLeftOfAndAboveThePicture() {
    PaintedPicture picture = new PaintedPicture(4, 4);
    picture.set(0, 0, 9, 9, 9);

    crop.show(picture, new Box(-2, -1, 3, 3));

    assertThat(pixel(2, 1)).containsExactly(9, 9, 9);
    assertThat(pixel(1, 1)).containsExactly(0, 0, 0);
  }

  @Test
  void forgetsTheCropBefore() {
    PaintedPicture bright = new PaintedPicture(4, 4);
    bright.paint(0, 0, 4, 4, 255, 255, 255);
    crop.show(bright, new Box(0, 0, 4, 4));

    crop.show(bright, new Box(10, 10, 2, 2));

    assertThat(crop.widthPx()).isEqualTo(2);
    assertThat(crop.pixels().remaining()).isEqualTo(12);
    assertThat(pixel(0, 0)).containsExactly(0, 0, 0);
  }

  private int[] pixel(int x, int y) {
    ByteBuffer pixels = crop.pixels();
    int at = y * crop.strideBytes() + 3 * x;
    return new int[] {pixels.get(at) & 255, pixels.get(at + 1) & 255, pixels.get(at + 2) & 255};
  }
}
