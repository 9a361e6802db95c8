package io.zaigang.models.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.picture.LumaPlane;
import io.zaigang.domain.picture.LumaPlane.Range;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreyPictureTest {

  private final GreyPicture grey = new GreyPicture();

  @AfterEach
  void close() {
    grey.close();
  }

  @Test
  void makesGreysOfColours() {
    PaintedPicture picture = new PaintedPicture(4, 2, 16);
    picture.paint(0, 0, 2, 2, 255, 255, 255);
    picture.paint(2, 0, 2, 2, 0, 0, 255);

    grey.fill(picture);

    assertThat(levels(4, 2)).containsExactly(255, 255, 76, 76, 255, 255, 76, 76);
  }

  @Test
  void takesTheLumaThatComesWithThePicture() {
    grey.fill(new WithLuma(3, 1, Range.FULL, 0, 100, 255));

    assertThat(levels(3, 1)).containsExactly(0, 100, 255);
  }

  @Test
  void stretchesVideoLevels() {
    grey.fill(new WithLuma(4, 1, Range.LIMITED, 8, 16, 126, 235));

    assertThat(levels(4, 1)).containsExactly(0, 0, 128, 255);
  }

  @Test
  void averagesWhatAWidePictureHasTooMuch() {
    int[] levels = new int[2 * GreyPicture.MAX_WIDTH_PX];
    for (int x = 0; x < levels.length; x++) {
      levels[x] = x % 2 == 0 ? 100 : 120;
    }
    grey.fill(new WithLuma(levels.length, 1, Range.FULL, levels));

    assertThat(levels(GreyPicture.MAX_WIDTH_PX, 1)).containsOnly(110);
  }

  private int[] levels(int widthPx, int heightPx) {
    assertThat(grey.widthPx()).isEqualTo(widthPx);
    assertThat(grey.heightPx()).isEqualTo(heightPx);
    GreyPixels pixels = GreyPixels.of(grey, widthPx, heightPx);
    int[] levels = new int[widthPx * heightPx];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels.at(i % widthPx, i / widthPx);
    }
    return levels;
  }

  /** A picture whose colours are of no use. */
  private static final class WithLuma implements BgrPicture {

    private final PaintedPicture black;
    private final LumaPlane luma;

    WithLuma(int widthPx, int heightPx, Range range, int... levels) {
      black = new PaintedPicture(widthPx, heightPx);
      ByteBuffer pixels = ByteBuffer.allocateDirect(levels.length);
      for (int level : levels) {
        pixels.put((byte) level);
      }
      luma = new LumaPlane(pixels.rewind(), widthPx, range);
    }

    @Override
    public int widthPx() {
      return black.widthPx();
    }

    @Override
    public int heightPx() {
      return black.heightPx();
    }

    @Override
    public int strideBytes() {
      return black.strideBytes();
    }

    @Override
    public ByteBuffer pixels() {
      return black.pixels();
    }

    @Override
    public Optional<LumaPlane> luma() {
      return Optional.of(luma);
    }

    @Override
    public void close() {
      black.close();
    }
  }
}
