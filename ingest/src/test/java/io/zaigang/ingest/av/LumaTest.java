package io.zaigang.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.picture.LumaPlane;
import io.zaigang.ingest.TestData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures come with the brightness that their camera sent. */
class LumaTest {

  private static final Path VIDEO = TestData.video("post_table_a/post_table_a.mp4");

  @Test
  void saysOfEachPixelWhatItsColoursSay() throws Exception {
    try (PictureStream stream = PictureStream.open(VIDEO);
        StreamPicture first = stream.next()) {
      assertThat(meanDifference(first.picture())).isLessThan(1.5);
    }
  }

  @Test
  void outlivesItsDecoderAsThePictureDoes() throws Exception {
    List<BgrPicture> held = new ArrayList<>();
    try (PictureStream stream = PictureStream.open(VIDEO)) {
      for (int i = 0; i < 12; i++) {
        held.add(stream.next().picture());
      }
    }
    for (BgrPicture picture : held) {
      assertThat(meanDifference(picture)).isLessThan(1.5);
      picture.close();
      assertThat(picture.luma()).isEmpty();
      picture.close();
    }
  }

  @Test
  void isLeftOutWherePicturesAreScaled() throws Exception {
    try (PictureStream stream = PictureStream.open(VIDEO, 200);
        StreamPicture first = stream.next()) {
      assertThat(first.picture().heightPx()).isEqualTo(200);
      assertThat(first.picture().luma()).isEmpty();
    }
  }

  private static double meanDifference(BgrPicture picture) {
    LumaPlane luma = picture.luma().orElseThrow();
    double sum = 0;
    int count = 0;
    for (int y = 0; y < picture.heightPx(); y += 7) {
      for (int x = 0; x < picture.widthPx(); x += 7) {
        int at = y * picture.strideBytes() + 3 * x;
        double grey =
            0.114 * (picture.pixels().get(at) & 255)
                + 0.587 * (picture.pixels().get(at + 1) & 255)
                + 0.299 * (picture.pixels().get(at + 2) & 255);
        int level = luma.pixels().get(y * luma.strideBytes() + x) & 255;
        sum += Math.abs(grey - (level - 16) * 255 / 219.0);
        count++;
      }
    }
    return sum / count;
  }
}
