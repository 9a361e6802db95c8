package io.zaigang.models.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.registry.InputSize;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NanoDetHeadTest {

  private static final InputSize INPUT = new InputSize(128, 64);

  /** 16×8 cells of stride 8, 8×4 of 16, 4×2 of 32. */
  private static final int ANCHORS = 128 + 32 + 8;

  private static final int CHANNELS = 80 + 44;

  private final NanoDetHead head = new NanoDetHead(416);
  private final float[] values = new float[CHANNELS * ANCHORS];

  @Test
  void placesABoxAroundTheAnchorsCentre() {
    Arrays.fill(values, 0, 80 * ANCHORS, -10f);
    int anchor = 128 + 8 + 2; // stride 16, second row, third column: centre (40, 24)
    set(0, anchor, 2f);
    reach(anchor, 0, 1);
    reach(anchor, 1, 0);
    reach(anchor, 2, 2);
    reach(anchor, 3, 10);

    List<Candidate> found =
        head.candidates(outputs(), INPUT, List.of(new WantedClass(0, "person", 0.5)));

    assertThat(found).hasSize(1);
    Candidate box = found.get(0);
    assertThat(box.left()).isCloseTo(40 - 16, within(1e-3));
    assertThat(box.top()).isCloseTo(24, within(1e-3));
    assertThat(box.right()).isCloseTo(40 + 32, within(1e-3));
    assertThat(box.bottom()).isCloseTo(24 + 160, within(1e-3));
    assertThat(box.score()).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
  }

  @Test
  void reportsOnlyWantedClassesOverTheirScores() {
    Arrays.fill(values, 0, 80 * ANCHORS, -10f);
    set(0, 0, 0f);
    set(67, 5, 0f);
    set(41, 9, 5f);

    assertThat(head.candidates(outputs(), INPUT, List.of(new WantedClass(67, "cell phone", 0.4))))
        .singleElement()
        .satisfies(c -> assertThat(c.classIndex()).isEqualTo(67));
    assertThat(head.candidates(outputs(), INPUT, List.of(new WantedClass(0, "person", 0.51))))
        .isEmpty();
  }

  @Test
  void followsThePicturesShapeInStepsOf32() {
    assertThat(head.inputSize(new Box(0, 0, 1280, 720))).isEqualTo(new InputSize(416, 256));
    assertThat(head.inputSize(new Box(0, 0, 640, 640))).isEqualTo(new InputSize(416, 416));
    assertThat(head.inputSize(new Box(0, 0, 200, 800))).isEqualTo(new InputSize(128, 416));
    assertThat(head.inputSize(new Box(0, 0, 10, 8000))).isEqualTo(new InputSize(64, 416));
  }

  @Test
  void saysWhatWasExpectedAndFoundInOutputsOfAnotherKind() {
    assertThat(head.mismatch(outputs(), INPUT, 80)).isEmpty();
    assertThat(head.mismatch(outputs(), INPUT, 2).orElseThrow())
        .contains("[1, 2 classes + 4·11, 168]")
        .contains("preds[1, 124, 168]");
  }

  private List<Output> outputs() {
    return List.of(new Output("preds", new long[] {1, CHANNELS, ANCHORS}, values));
  }

  private void set(int channel, int anchor, float value) {
    values[channel * ANCHORS + anchor] = value;
  }

  /** Puts all weight of a side's distribution on one bin. */
  private void reach(int anchor, int side, int bin) {
    set(80 + side * 11 + bin, anchor, 40f);
  }
}
