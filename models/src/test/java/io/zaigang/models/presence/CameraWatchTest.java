package io.zaigang.models.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.imaging.PaintedPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraWatchTest {

  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");
  private static final WatchedZone LEFT =
      new WatchedZone("w1-a", MotionMeterTest.rectangle(0.1, 0.2, 0.4, 0.8));
  private static final WatchedZone RIGHT =
      new WatchedZone("w1-b", MotionMeterTest.rectangle(0.6, 0.2, 0.9, 0.8));
  private static final WatchedZone RIGHT_AGAIN =
      new WatchedZone("w1-a", MotionMeterTest.rectangle(0.6, 0.2, 0.9, 0.8));

  private final List<Box> crops = new ArrayList<>();
  private final List<LabelledDetection> shown = new ArrayList<>();
  private final List<LabelledDetection> persons = new ArrayList<>();
  private int secondLooks;

  private final PostWatch networks =
      new PostWatch(
          new Searches(
              (picture, region) -> shown,
              (picture, region) -> {
                crops.add(region);
                return persons;
              },
              (picture, region) -> {
                secondLooks++;
                return persons;
              }),
          PostWatchSettings.DEFAULT,
          () -> {});
  private final CameraWatch watch = networks.camera(List.of(LEFT, RIGHT));

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void looksAtTheEnlargedBoundsOfEachZone() {
    watch.look(START, picture(0));

    assertThat(crops)
        .usingRecursiveComparison()
        .withComparatorForType(CameraWatchTest::roughly, Double.class)
        .isEqualTo(List.of(new Box(8, 5, 144, 90), new Box(168, 5, 144, 90)));
  }

  @Test
  void countsAPersonWhoseUpperHalfIsInTheZone() {
    // feet outside, below the counter
    person(new Box(40, 25, 60, 110), 0.8);

    List<PostEvidence> posts = watch.look(START, picture(0)).posts();

    assertThat(posts.get(0).evidence()).containsEntry("ssd", 0.8);
    assertThat(posts.get(1).evidence()).containsEntry("ssd", 0.0);
    assertThat(posts.get(0).presence()).isGreaterThan(posts.get(1).presence());
  }

  @Test
  void leavesOutPeopleBeforeTheCounterAndPhones() {
    person(new Box(40, 70, 60, 60), 0.8);
    persons.add(new LabelledDetection(LabelledDetection.PHONE, new Box(50, 40, 10, 10), 0.9));

    assertThat(watch.look(START, picture(0)).posts().get(0).evidence()).containsEntry("ssd", 0.0);
  }

  @Test
  void asksTheSecondDetectorOnlyWhileInDoubt() {
    person(new Box(40, 25, 60, 60), 0.8);
    for (int i = 0; i < 8; i++) {
      watch.look(START.plusMillis(500L * i), picture(i));
    }
    assertThat(secondLooks).isPositive();
    int before = secondLooks;

    PostEvidence sure = watch.look(START.plusSeconds(4), picture(9)).posts().get(0);

    assertThat(sure.presence()).isGreaterThan(0.9);
    assertThat(sure.evidence()).doesNotContainKey("nanodet");
    assertThat(secondLooks).isEqualTo(before);
  }

  @Test
  void asksNoCropDetectorAboutSomeoneWhomTheWholePictureShows() {
    person(new Box(40, 25, 60, 60), 0.8);
    shown.addAll(persons);
    lookFor(Duration.ofSeconds(3));
    crops.clear();

    PostEvidence sure = watch.look(START.plusSeconds(3), picture(7)).posts().get(0);

    assertThat(sure.presence()).isGreaterThan(0.9);
    assertThat(sure.evidence()).containsEntry("picture", 0.8).containsKey("motion").hasSize(2);
    assertThat(crops).isEmpty();
  }

  @Test
  void asksAgainAfterAWhileWhateverIsKnown() {
    person(new Box(40, 25, 60, 60), 0.8);
    shown.addAll(persons);

    lookFor(Duration.ofSeconds(60));

    // both posts: while in doubt at the start, then each 10 s
    assertThat(crops).hasSizeBetween(12, 20);
  }

  @Test
  void keepsAskingAboutSomeoneWhomTheWholePictureDoesNotShow() {
    person(new Box(40, 25, 60, 60), 0.8);
    lookFor(Duration.ofSeconds(3));
    crops.clear();

    PostEvidence sure = watch.look(START.plusSeconds(3), picture(7)).posts().get(0);

    assertThat(sure.presence()).isGreaterThan(0.9);
    assertThat(sure.evidence()).containsEntry("ssd", 0.8).doesNotContainKey("picture");
    assertThat(crops).isNotEmpty();
  }

  @Test
  void asksAtOnceWhenThePictureShowsSomeoneWhereNobodyWas() {
    lookFor(Duration.ofSeconds(5));
    crops.clear();
    shown.add(new LabelledDetection(LabelledDetection.PERSON, new Box(200, 25, 60, 60), 0.6));

    watch.look(START.plusSeconds(5), picture(9));

    assertThat(crops).contains(new Box(168, 5, 144, 90));
  }

  @Test
  void reportsEveryoneInTheWholePictureWhoScoresEnough() {
    shown.add(new LabelledDetection(LabelledDetection.PERSON, new Box(0, 0, 9, 9), 0.4));
    shown.add(new LabelledDetection(LabelledDetection.PHONE, new Box(0, 0, 9, 9), 0.4));
    shown.add(new LabelledDetection(LabelledDetection.PERSON, new Box(0, 0, 9, 9), 0.3));

    assertThat(watch.look(START, picture(0)).persons())
        .containsExactly(PersonDetection.of(new Box(0, 0, 9, 9), 0.4));
  }

  @Test
  void becomesSureThatNobodyIsThere() {
    PostEvidence last = watch.look(START, picture(0)).posts().get(0);
    for (int i = 1; i < 6; i++) {
      last = watch.look(START.plusMillis(500L * i), picture(0)).posts().get(0);
    }

    assertThat(last.presence()).isLessThan(0.05);
    assertThat(last.evidence()).containsEntry("motion", 0.0);
  }

  @Test
  void judgesAfterARestartAsIfNothingHadHappened() {
    person(new Box(40, 25, 60, 60), 0.45);
    shown.addAll(persons);
    lookFor(Duration.ofMillis(1500));
    byte[] stored = watch.state().toBytes();
    List<PostEvidence> undisturbed = watch.look(START.plusMillis(1500), picture(3)).posts();
    assertThat(undisturbed.get(1).evidence()).as("not asked again").doesNotContainKey("ssd");

    try (CameraWatch restarted = networks.camera(List.of(LEFT, RIGHT))) {
      restarted.recall(CameraWatchState.of(stored));
      restarted.remind(START.plusMillis(1000), picture(2));

      assertThat(restarted.look(START.plusMillis(1500), picture(3)).posts()).isEqualTo(undisturbed);
    }
  }

  @Test
  void takesTheLikeliestOfAPostsZones() {
    person(new Box(200, 25, 60, 60), 0.8);
    try (CameraWatch two = networks.camera(List.of(LEFT, RIGHT_AGAIN))) {
      List<PostEvidence> posts = two.look(START, picture(0)).posts();

      assertThat(posts).hasSize(1);
      assertThat(posts.get(0).evidence()).containsEntry("ssd", 0.8);
    }
  }

  @Test
  void saysNothingOfPostsInADarkPicture() {
    CameraLook look = watch.look(START, new PaintedPicture(320, 100));

    assertThat(look.blind()).isEqualTo(BlindCause.DARK);
    assertThat(look.posts()).isEmpty();
    assertThat(watch.takeInferences()).isZero();
  }

  @Test
  void readsTheStateOfTheVersionBefore() throws Exception {
    lookFor(Duration.ofSeconds(2));
    double known = watch.state().zones().get("w1-a#0").filter().presence();
    byte[] before = FirstVersion.of(watch.state());

    try (CameraWatch updated = networks.camera(List.of(LEFT, RIGHT))) {
      updated.recall(CameraWatchState.of(before));

      assertThat(updated.state().zones().get("w1-a#0").filter().presence()).isEqualTo(known);
      assertThat(updated.state().zones().get("w1-a#0").askedAt()).isNull();
    }
  }

  @Test
  void refusesAStateItCannotRead() {
    byte[] stored = watch.state().toBytes();
    byte[] cut = Arrays.copyOf(stored, stored.length / 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CameraWatchState.of(new byte[] {9}))
        .withMessageContaining("version 9");
    assertThatIllegalArgumentException().isThrownBy(() -> watch.recall(CameraWatchState.of(cut)));
  }

  @Test
  void countsItsInferencesOnce() {
    watch.look(START, picture(0));

    assertThat(watch.takeInferences()).isEqualTo(3 + secondLooks);
    assertThat(watch.takeInferences()).isZero();
  }

  /** At two looks a second, the last just before the time is over. */
  private void lookFor(Duration time) {
    for (int i = 0; i < time.toMillis() / 500; i++) {
      watch.look(START.plusMillis(500L * i), picture(i % 7));
    }
  }

  private void person(Box box, double score) {
    persons.add(new LabelledDetection(LabelledDetection.PERSON, box, score));
  }

  /** Something moves in the left zone from picture to picture. */
  private static BgrPicture picture(int step) {
    PaintedPicture picture = PaintedPicture.room(320, 100);
    picture.paint(40 + 5 * step, 30, 20, 40, 200, 200, 200);
    return picture;
  }

  private static int roughly(Double a, Double b) {
    return Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b);
  }
}
