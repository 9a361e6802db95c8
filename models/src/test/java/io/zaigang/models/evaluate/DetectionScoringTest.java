package io.zaigang.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.detect.LabelledDetection;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand from COCO's definition. */
class DetectionScoringTest {

  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final Box LEFT = new Box(0, 0, 100, 100);
  private static final Box RIGHT = new Box(300, 0, 100, 100);
  private static final Box NOWHERE = new Box(600, 600, 100, 100);

  private final DetectionScoring scoring = new DetectionScoring("person");

  @Test
  void givesFullMarksWhenEverythingIsFoundWhereItIs() {
    scoring.add(List.of(found(LEFT, 0.9), found(RIGHT, 0.8)), List.of(there(LEFT), there(RIGHT)));

    DetectionQuality quality = scoring.quality(0.5);

    assertThat(quality.ap()).isEqualTo(1.0);
    assertThat(quality.ap50()).isEqualTo(1.0);
    assertThat(quality.recall()).isEqualTo(1.0);
    assertThat(quality.precision()).isEqualTo(1.0);
  }

  @Test
  void averagesPrecisionOver101RecallPoints() {
    scoring.add(
        List.of(found(LEFT, 0.9), found(NOWHERE, 0.8), found(RIGHT, 0.7)),
        List.of(there(LEFT), there(RIGHT)));

    // precision 1 for recall 0 to .50 (51 points), then 2/3 for the other 50
    assertThat(scoring.quality(0.5).ap50()).isCloseTo((51 + 50 * 2.0 / 3) / 101, EXACTLY);
  }

  @Test
  void countsWhatIsMissedAsPrecisionZeroBeyondTheRecallReached() {
    scoring.add(List.of(found(LEFT, 0.9)), List.of(there(LEFT), there(RIGHT)));

    assertThat(scoring.quality(0.5).ap50()).isCloseTo(51.0 / 101, EXACTLY);
    assertThat(scoring.quality(0.5).recall()).isEqualTo(0.5);
  }

  @Test
  void averagesOverTheOverlapsThatABoxReaches() {
    // overlap .77: right at .50, .55 … .75, wrong at .80 … .95
    scoring.add(List.of(found(new Box(0, 0, 77, 100), 0.9)), List.of(there(LEFT)));

    assertThat(scoring.quality(0.5).ap()).isCloseTo(0.6, EXACTLY);
    assertThat(scoring.quality(0.5).ap50()).isEqualTo(1.0);
  }

  @Test
  void countsASecondBoxOnTheSameObjectAsWrong() {
    scoring.add(List.of(found(LEFT, 0.9), found(LEFT, 0.8)), List.of(there(LEFT)));

    assertThat(scoring.quality(0.5).precision()).isEqualTo(0.5);
    assertThat(scoring.quality(0.5).ap50()).isEqualTo(1.0);
  }

  @Test
  void leavesDetectionsInACrowdOut() {
    Truth crowd = new Truth("person", new Box(200, 0, 400, 400), true);
    scoring.add(
        List.of(found(RIGHT, 0.95), found(RIGHT, 0.94), found(LEFT, 0.9)),
        List.of(crowd, there(LEFT)));

    assertThat(scoring.quality(0.5).precision()).isEqualTo(1.0);
    assertThat(scoring.quality(0.5).ap()).isEqualTo(1.0);
  }

  @Test
  void ordersDetectionsOfAllPicturesByScore() {
    scoring.add(List.of(found(NOWHERE, 0.6)), List.of());
    scoring.add(List.of(found(LEFT, 0.9)), List.of(there(LEFT)));

    assertThat(scoring.quality(0.5).ap50()).isEqualTo(1.0);
    assertThat(scoring.quality(0.5).precision()).isEqualTo(0.5);
  }

  @Test
  void statesPrecisionAndRecallAtThePipelinesScore() {
    scoring.add(
        List.of(found(LEFT, 0.9), found(NOWHERE, 0.4), found(RIGHT, 0.3)),
        List.of(there(LEFT), there(RIGHT)));

    assertThat(scoring.quality(0.35).recall()).isEqualTo(0.5);
    assertThat(scoring.quality(0.35).precision()).isEqualTo(0.5);
    assertThat(scoring.quality(0.3).recall()).isEqualTo(1.0);
  }

  @Test
  void looksAtTheBest100DetectionsOfAPicture() {
    List<LabelledDetection> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(found(NOWHERE, 0.9));
    }
    many.add(found(LEFT, 0.5));
    scoring.add(many, List.of(there(LEFT)));

    assertThat(scoring.quality(0.1).recall()).isZero();
  }

  @Test
  void leavesOtherClassesOut() {
    scoring.add(
        List.of(new LabelledDetection("cell phone", LEFT, 0.9)),
        List.of(there(LEFT), new Truth("cell phone", RIGHT, false)));

    assertThat(scoring.quality(0.5).recall()).isZero();
    assertThat(scoring.quality(0.5).precision()).isNull();
  }

  @Test
  void saysNothingOfAveragePrecisionWhereNothingWasThere() {
    scoring.add(List.of(found(LEFT, 0.9)), List.of());

    assertThat(scoring.quality(0.5).ap()).isNull();
    assertThat(scoring.quality(0.5).recall()).isNull();
    assertThat(scoring.quality(0.5).precision()).isZero();
  }

  private static LabelledDetection found(Box box, double score) {
    return new LabelledDetection("person", box, score);
  }

  private static Truth there(Box box) {
    return new Truth("person", box, false);
  }
}
