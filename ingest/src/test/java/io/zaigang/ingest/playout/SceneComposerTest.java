package io.zaigang.ingest.playout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneComposerTest {

  @TempDir private Path folder;

  @Test
  void everyPictureBearsItsNumberAndItsTime() throws Exception {
    SceneScenario scenario =
        SceneFile.parse(
            "{size: [640, 360], fps: 12.5, duration: PT4S, counterAt: [10, 10]}", "test");
    Path video = folder.resolve("scene.mp4");

    new SceneComposer(scenario, folder).compose(video);

    try (PictureStream stream = PictureStream.open(video)) {
      for (int n = 0; n < 50; n++) {
        try (StreamPicture picture = stream.next()) {
          assertThat(picture).isNotNull();
          assertThat(FrameCounterMark.read(picture.picture(), 10, 10)).isEqualTo(n);
          assertThat(picture.offset()).isEqualTo(Duration.ofMillis(80L * n));
        }
      }
      assertThat(stream.next()).isNull();
    }
  }

  @Test
  void refusesWhatItDoesNotUnderstandWithThePlace() {
    assertThatThrownBy(
            () ->
                SceneFile.parse("{size: [640, 360], fps: 25, duration: PT4S, colour: 1}", "a.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.yaml")
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> SceneFile.parse("{size: [641, 360], fps: 25, duration: PT4S}", "a"))
        .hasMessageContaining("even");
    assertThatThrownBy(() -> SceneFile.parse("{fps: 25, duration: PT4S}", "a"))
        .hasMessageContaining("'size'");
  }
}
