package io.zaigang.models.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.imaging.BlackPicture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneUseDetectorTest {

  private static final Box IN_HAND = new Box(180, 205, 36, 30);
  private static final Box ON_DESK = new Box(10, 420, 36, 30);

  private final BlackPicture picture = new BlackPicture(640, 480);

  @Test
  void callsAPhoneSeenInTheHandByManyViewsInUse() {
    PhoneSight sight = lookSeeing(new LabelledDetection(LabelledDetection.PHONE, IN_HAND, 0.9));

    assertThat(sight.inUse()).isTrue();
    assertThat(sight.score()).isGreaterThan(0.95);
    assertThat(sight.phone()).isEqualTo(IN_HAND);
    assertThat(sight.place()).isEqualTo(Place.HAND);
  }

  @Test
  void leavesAPhoneLyingOnTheDeskAlone() {
    PhoneSight lying = lookSeeing(new LabelledDetection(LabelledDetection.PHONE, ON_DESK, 0.9));
    PhoneSight nothing = lookSeeing();

    assertThat(lying.inUse()).isFalse();
    assertThat(lying.phone()).isNull();
    assertThat(lying.place()).isEqualTo(Place.AWAY);
    assertThat(lying.score()).isEqualTo(nothing.score());
  }

  @Test
  void ignoresWhatIsTooLargeOrTooSmallForAPhone() {
    Box screen = new Box(140, 160, 120, 120);
    Box speck = new Box(197, 220, 2, 2);
    PhoneSight nothing = lookSeeing();

    assertThat(lookSeeing(new LabelledDetection(LabelledDetection.PHONE, screen, 0.9)).score())
        .isEqualTo(nothing.score());
    assertThat(lookSeeing(new LabelledDetection(LabelledDetection.PHONE, speck, 0.9)).score())
        .isEqualTo(nothing.score());
  }

  @Test
  void ignoresOtherObjects() {
    PhoneSight sight = lookSeeing(new LabelledDetection(LabelledDetection.PERSON, IN_HAND, 0.9));

    assertThat(sight.phone()).isNull();
    assertThat(sight.inUse()).isFalse();
  }

  @Test
  void believesManyViewsMoreThanOne() {
    PhoneSight one = look(Map.of(Eye.DETECTOR, finding(0.5), Eye.CROP_DETECTOR, finding(0.02)));
    PhoneSight both = look(Map.of(Eye.DETECTOR, finding(0.5), Eye.CROP_DETECTOR, finding(0.5)));

    assertThat(both.score()).isGreaterThan(one.score());
  }

  @Test
  void tellsEachViewsEvidenceInTheOrderOfTheSettings() {
    PhoneSight sight = look(Map.of(Eye.DETECTOR, finding(0.9), Eye.CROP_DETECTOR, finding(0.02)));
    List<AimedView> views = SecondLookSettings.DEFAULT.views();

    assertThat(sight.views()).hasSameSizeAs(views);
    for (int i = 0; i < views.size(); i++) {
      boolean seen = views.get(i).eye() == Eye.DETECTOR;
      assertThat(sight.views().get(i) > 0).as("view %s", views.get(i)).isEqualTo(seen);
    }
  }

  @Test
  void believesTheHeadThatTheSiteTaught() {
    PhoneFinder finder = finding(0.9);
    PhoneHead head = views -> views.size() / 10.0;
    try (PhoneUseDetector detector =
        new PhoneUseDetector(
            (picture, person) -> StickFigure.POSE,
            Map.of(Eye.DETECTOR, finder, Eye.CROP_DETECTOR, finder),
            SecondLookSettings.DEFAULT,
            head)) {
      PhoneSight sight = detector.look(picture, StickFigure.BOX);

      assertThat(sight.score()).isEqualTo(0.7);
      assertThat(sight.inUse()).isFalse();
    }
  }

  private static PhoneFinder finding(double score) {
    return (picture, region) ->
        List.of(new LabelledDetection(LabelledDetection.PHONE, IN_HAND, score));
  }

  private PhoneSight lookSeeing(LabelledDetection... seen) {
    PhoneFinder finder = (picture, region) -> List.of(seen);
    return look(Map.of(Eye.DETECTOR, finder, Eye.CROP_DETECTOR, finder));
  }

  private PhoneSight look(Map<Eye, PhoneFinder> eyes) {
    try (PhoneUseDetector detector =
        new PhoneUseDetector(
            (picture, person) -> StickFigure.POSE, eyes, SecondLookSettings.DEFAULT)) {
      return detector.look(picture, StickFigure.BOX);
    }
  }
}
