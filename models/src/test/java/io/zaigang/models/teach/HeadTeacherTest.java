package io.zaigang.models.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.phone.TaughtHead;
import io.zaigang.models.teach.JudgedIncident.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTeacherTest {

  private static final int VIEWS = SecondLookSettings.DEFAULT.views().size();
  private static final int LOOKS = 12;
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final HeadTeacher teacher = new HeadTeacher(SecondLookSettings.DEFAULT);

  /** A card terminal in the hand: the hands' close views see a phone, the others do not. */
  private static double shownBy(Verdict verdict, int view) {
    boolean closeHand = view < 2;
    if (verdict == Verdict.CONFIRMED) {
      return -1.6;
    }
    return closeHand ? 0.5 : -2.6;
  }

  @Test
  void learnsWhichViewsAreFooledAtThisSite() {
    Teaching teaching = teacher.teach(incidents(8, 4, new Random(1), HeadTeacherTest::shownBy));

    TaughtHead head = Objects.requireNonNull(teaching.head(), teaching.says());
    assertThat(teaching.lossAfter()).isLessThan(0.7 * teaching.lossBefore());
    assertThat(head.weights().get(0)).isLessThan(head.weights().get(6));
    assertThat(head.probability(look(Verdict.CONFIRMED))).isGreaterThan(0.6);
    assertThat(head.probability(look(Verdict.DISMISSED))).isLessThan(0.4);
    assertThat(teaching.says()).endsWith("real");
  }

  /** Confirmed phones show a little at the hands; the head in use would call nobody. */
  @Test
  void learnsWhereTheHeadInUseIsSurelyWrong() {
    Scene faint = (verdict, view) -> verdict == Verdict.CONFIRMED && view < 2 ? -2.5 : -3.8;

    Teaching teaching = teacher.teach(incidents(8, 4, new Random(1), faint));

    assertThat(teaching.lossBefore()).as("fitted, so no worse than a guess").isLessThan(0.75);
    TaughtHead head = Objects.requireNonNull(teaching.head(), teaching.says());
    assertThat(head.weights().get(0)).isGreaterThan(head.weights().get(6));
  }

  @Test
  void writesNoHeadWhereVerdictsFollowNothingThatIsSeen() {
    int written = 0;
    for (int seed = 0; seed < 40; seed++) {
      Teaching teaching = teacher.teach(incidents(8, 4, new Random(seed), (verdict, view) -> -2.1));
      written += teaching.head() == null ? 0 : 1;
    }

    assertThat(written).isLessThanOrEqualTo(2);
  }

  @Test
  void writesNoHeadOnFewVerdictsOrFewDays() {
    Random random = new Random(1);
    Teaching fewVerdicts = teacher.teach(incidents(6, 1, random, HeadTeacherTest::shownBy));
    Teaching fewDays = teacher.teach(incidents(3, 20, random, HeadTeacherTest::shownBy));

    assertThat(fewVerdicts.head()).isNull();
    assertThat(fewVerdicts.says()).contains("6 confirmed and 6 dismissed incidents on 6 days");
    assertThat(fewDays.head()).isNull();
    assertThat(fewDays.says()).contains("on 3 days", "10 of each on 5 days");
  }

  @Test
  void countsBothVerdictsAlikeHoweverManyThereAreOfEach() {
    List<JudgedIncident> incidents =
        new ArrayList<>(incidents(8, 2, new Random(1), HeadTeacherTest::shownBy));
    for (int copy = 0; copy < 6; copy++) {
      incidents(8, 2, new Random(copy), HeadTeacherTest::shownBy).stream()
          .filter(incident -> incident.verdict() == Verdict.DISMISSED)
          .forEach(incidents::add);
    }

    TaughtHead head = Objects.requireNonNull(teacher.teach(incidents).head());

    assertThat(head.probability(look(Verdict.CONFIRMED))).isGreaterThan(0.6);
  }

  /** What a view shows of an incident, as log odds. */
  private interface Scene {
    double shown(Verdict verdict, int view);
  }

  private static List<JudgedIncident> incidents(
      int days, int ofEachADay, Random random, Scene scene) {
    List<JudgedIncident> incidents = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < ofEachADay; i++) {
        for (Verdict verdict : Verdict.values()) {
          double likeness = random.nextGaussian() * 0.2;
          List<List<Double>> looks = new ArrayList<>();
          for (int look = 0; look < LOOKS; look++) {
            List<Double> views = new ArrayList<>();
            for (int view = 0; view < VIEWS; view++) {
              views.add(scene.shown(verdict, view) + likeness + random.nextGaussian() * 0.6);
            }
            looks.add(views);
          }
          incidents.add(new JudgedIncident(day + "-" + i, MONDAY.plusDays(day), verdict, looks));
        }
      }
    }
    return incidents;
  }

  private static List<Double> look(Verdict verdict) {
    List<Double> views = new ArrayList<>();
    for (int view = 0; view < VIEWS; view++) {
      views.add(shownBy(verdict, view));
    }
    return views;
  }
}
