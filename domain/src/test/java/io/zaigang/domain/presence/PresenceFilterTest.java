package io.zaigang.domain.presence;

import static io.zaigang.domain.presence.PresenceFilterSettings.MOTION;
import static io.zaigang.domain.presence.PresenceFilterSettings.NANODET;
import static io.zaigang.domain.presence.PresenceFilterSettings.SSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceFilterTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Map<String, Double> SOMEONE = Map.of(SSD, 0.7, NANODET, 0.5, MOTION, 0.1);
  private static final Map<String, Double> NOBODY = Map.of(SSD, 0.02, NANODET, 0.05, MOTION, 0.001);
  private static final Map<String, Double> CHAIR = Map.of(SSD, 0.7, NANODET, 0.4, MOTION, 0.001);

  private static final Map<String, Double> COAT = Map.of(SSD, 0.7, NANODET, 0.15, MOTION, 0.001);

  private final PresenceFilterSettings settings = PresenceFilterSettings.DEFAULT;
  private final PresenceFilter filter = new PresenceFilter(settings);
  private PresenceFilterState state = PresenceFilterState.INITIAL;
  private Instant now = START;
  private Duration interval = Duration.ofMillis(500);

  /** Looks for so many seconds; gives what each look came to. */
  private List<Sight> look(double seconds, Map<String, Double> cues) {
    List<Sight> sights = new ArrayList<>();
    Instant end = now.plusMillis(Math.round(seconds * 1000));
    for (; now.isBefore(end); now = now.plus(interval)) {
      state = filter.update(state, now, cues);
      sights.add(settings.thresholds().sightOf(state.presence()));
    }
    return sights;
  }

  private double secondsUntil(Sight sight, double most, Map<String, Double> cues) {
    List<Sight> sights = look(most, cues);
    assertThat(sights).contains(sight);
    return (sights.indexOf(sight) + 1) * interval.toMillis() / 1000.0;
  }

  @Test
  void findsAnEmptyPostWithinThreeSecondsAndSomeoneComingWithinTwo() {
    look(60, SOMEONE);
    assertThat(secondsUntil(Sight.NOT_SEEN, 10, NOBODY)).isLessThanOrEqualTo(3);
    look(60, NOBODY);
    assertThat(secondsUntil(Sight.SEEN, 10, SOMEONE)).isLessThanOrEqualTo(2);
  }

  @Test
  void decidesNothingOnOneLook() {
    assertThat(look(0.5, Map.of(SSD, 0.99, NANODET, 0.99))).containsExactly(Sight.UNSURE);
    now = now.plusSeconds(60);
    assertThat(look(0.5, NOBODY)).containsExactly(Sight.UNSURE);
  }

  @Test
  void survivesLooksThatMissSomeoneWhoMoves() {
    look(30, SOMEONE);

    assertThat(look(60, Map.of(SSD, 0.05, NANODET, 0.15, MOTION, 0.1)))
        .doesNotContain(Sight.NOT_SEEN);
  }

  @Test
  void leavesOutCuesThatWereNotAsked() {
    look(30, Map.of(SSD, 0.7));
    assertThat(state.presence()).isGreaterThan(0.95);
    look(30, Map.of(SSD, 0.02));
    assertThat(state.presence()).isLessThan(0.05);
  }

  @Test
  void drawsNoConclusionFromALookThatShowsNothing() {
    look(30, NOBODY);
    double before = state.presence();
    look(1, Map.of());

    assertThat(state.presence()).isCloseTo(before, within(0.01));
  }

  @Test
  void neverTakesAThingThatWasThereFromTheStartForAPerson() {
    List<Sight> sights = look(600, COAT);

    assertThat(sights).doesNotContain(Sight.SEEN);
    assertThat(sights.subList(40, sights.size())).containsOnly(Sight.NOT_SEEN);
  }

  /** The first look has nothing to be compared with; time alone must not make a thing a person. */
  @ParameterizedTest
  @ValueSource(ints = {500, 1000, 2000})
  void neverTakesAThingForAPersonWhileItWaitsForItToMove(int intervalMillis) {
    interval = Duration.ofMillis(intervalMillis);
    look(intervalMillis / 1000.0, Map.of(SSD, 0.7, NANODET, 0.4));

    assertThat(look(600, CHAIR)).doesNotContain(Sight.SEEN);
  }

  @Test
  void callsNobodyAbsentForMinutesOfWhomEveryDetectorSeesFromTheStart() {
    assertThat(look(299, CHAIR)).containsOnly(Sight.UNSURE);
    List<Sight> later = look(300, CHAIR);

    assertThat(later).doesNotContain(Sight.SEEN);
    assertThat(later.subList(20, later.size())).containsOnly(Sight.NOT_SEEN);
  }

  @Test
  void doesNotDoubtAnEmptyPostWhenAThingInItBeginsToLookLikeSomeone() {
    look(60, NOBODY);

    assertThat(look(120, CHAIR)).containsOnly(Sight.NOT_SEEN);
  }

  @Test
  void waitsForSomeoneWhoSitsStillAtTheStartToMove() {
    assertThat(look(8, CHAIR)).containsOnly(Sight.UNSURE);
    assertThat(secondsUntil(Sight.SEEN, 3, SOMEONE)).isLessThanOrEqualTo(1.5);
  }

  @Test
  void believesSomeoneWhoSitsMotionlessForMinutes() {
    look(60, SOMEONE);
    assertThat(look(280, CHAIR)).containsOnly(Sight.SEEN);
    look(1, SOMEONE);
    assertThat(look(280, CHAIR)).containsOnly(Sight.SEEN);
  }

  @Test
  void believesSomeoneWhoSitsMotionlessEvenIfTheDetectorsMissThemThen() {
    look(60, SOMEONE);
    look(15, CHAIR);

    assertThat(look(120, NOBODY)).doesNotContain(Sight.NOT_SEEN);
  }

  @Test
  void learnsAChairOnceAndIsNotFooledByItAgain() {
    look(60, SOMEONE);
    double first = secondsUntil(Sight.NOT_SEEN, 400, CHAIR);
    assertThat(first).isBetween(300.0, 310.0);
    look(60, SOMEONE);
    double second = secondsUntil(Sight.NOT_SEEN, 400, CHAIR);

    assertThat(second).isLessThan(15);
  }

  @Test
  void forgetsAChairThatIsGone() {
    look(60, COAT);
    assertThat(state.objectScore()).isEqualTo(0.7);
    look(3600, NOBODY);

    assertThat(state.objectScore()).isZero();
  }

  @Test
  void findsAPostEmptyThoughAScreenFlickersBesideAChair() {
    look(60, SOMEONE);
    look(310, Map.of(SSD, 0.7, NANODET, 0.4, MOTION, 0.015));

    assertThat(look(10, Map.of(SSD, 0.7, NANODET, 0.4, MOTION, 0.015))).contains(Sight.NOT_SEEN);
  }

  @Test
  void judgesByScoresAloneWhereMotionIsNotMeasured() {
    look(10, Map.of(SSD, 0.02, NANODET, 0.05));

    assertThat(secondsUntil(Sight.SEEN, 30, Map.of(SSD, 0.7, NANODET, 0.4))).isLessThanOrEqualTo(3);
  }

  @Test
  void letsSomeoneComeWhileTheWholePictureMoves() {
    look(60, NOBODY);

    assertThat(secondsUntil(Sight.SEEN, 5, Map.of(SSD, 0.7, NANODET, 0.4))).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500, 1000, 2000})
  void driftsWithTimeNotWithTheNumberOfLooks(int intervalMillis) {
    interval = Duration.ofMillis(intervalMillis);
    // a cue that says nothing: as likely with someone as without
    Cue mute = new Cue("mute", Cue.Kind.DETECTOR, 1, List.of(), List.of(1.0), List.of(1.0));
    PresenceFilter deaf =
        new PresenceFilter(
            new PresenceFilterSettings(
                List.of(mute),
                settings.leaveAfter(),
                settings.arriveAfter(),
                settings.maxLogRatio(),
                settings.minProbability(),
                settings.thresholds(),
                settings.movingShare(),
                settings.stillAfter(),
                settings.stillHold(),
                settings.objectMargin(),
                settings.forgetAfter()));
    PresenceFilterState drifting = PresenceFilterState.INITIAL;
    for (int millis = 0; millis <= 60_000; millis += intervalMillis) {
      drifting = deaf.update(drifting, START.plusMillis(millis), Map.of("mute", 0.0));
    }

    // towards 5/6 with a time constant of 100 s
    double expected = 5.0 / 6 + (0.5 - 5.0 / 6) * Math.exp(-0.6);
    assertThat(drifting.presence()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void staysRightOnCuesDrawnFromItsTables() {
    Random random = new Random(1);
    int wrong = 0;
    int looks = 0;
    for (int stay = 0; stay < 60; stay++) {
      boolean there = stay % 2 == 0;
      double seconds = 20 + random.nextInt(120);
      Instant settledFrom = now.plusSeconds(5);
      for (Instant end = now.plusMillis((long) (seconds * 1000)); now.isBefore(end); ) {
        state = filter.update(state, now, draw(random, there));
        Sight sight = settings.thresholds().sightOf(state.presence());
        if (!now.isBefore(settledFrom)) {
          looks++;
          wrong += sight == (there ? Sight.NOT_SEEN : Sight.SEEN) ? 1 : 0;
        }
        now = now.plus(interval);
      }
    }

    assertThat(looks).isGreaterThan(5000);
    assertThat(wrong).isLessThan(looks / 500);
  }

  private Map<String, Double> draw(Random random, boolean there) {
    Map<String, Double> cues = new HashMap<>();
    for (Cue cue : settings.cues()) {
      List<Double> shares = there ? cue.present() : cue.absent();
      double left = random.nextDouble();
      int bin = 0;
      while (bin < shares.size() - 1 && left >= shares.get(bin)) {
        left -= shares.get(bin++);
      }
      cues.put(cue.name(), bin == 0 ? 0 : cue.edges().get(bin - 1));
    }
    return cues;
  }

  @Test
  void ignoresALookThatIsNotNew() {
    look(10, SOMEONE);
    PresenceFilterState before = state;

    assertThat(filter.update(state, START, NOBODY)).isSameAs(before);
  }

  @Test
  void refusesTablesThatAreNone() {
    assertThatThrownBy(
            () -> new Cue("x", Cue.Kind.MOTION, 1, List.of(.1), List.of(.5), List.of(.5, .5)))
        .hasMessageContaining("shares for 2 bins");
    assertThatThrownBy(
            () -> new Cue("x", Cue.Kind.MOTION, 1, List.of(.1), List.of(.5, .7), List.of(.5, .5)))
        .hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> new PresenceThresholds(0.3, 0.5)).hasMessageContaining("leave");
  }
}
