package io.zaigang.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.RuleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times are seconds after a start; one sample each 2 s unless a test says otherwise. */
class PostPresenceTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final double THERE = 0.9;
  private static final double DOUBT = 0.3;
  private static final double GONE = 0.01;

  /** 20 s to leave, 4 s to come, blind after 15 s. */
  private final PostPresence presence =
      new PostPresence(RuleSettings.DEFAULT, PresenceThresholds.DEFAULT);

  private final List<PresenceChange> changes = new ArrayList<>();
  private PostPresenceState state = PostPresenceState.INITIAL;

  private static Instant at(double seconds) {
    return START.plusMillis(Math.round(seconds * 1000));
  }

  private static PresenceChange change(double seconds, Presence presence) {
    return new PresenceChange(at(seconds), presence);
  }

  private void look(double seconds, String camera, double value) {
    CameraReading reading = new CameraReading(camera, value, Duration.ofSeconds(2));
    record(presence.observe(state, at(seconds), List.of(reading)));
  }

  private void looks(int from, int to, double value) {
    for (int second = from; second < to; second += 2) {
      look(second, "c1", value);
    }
  }

  private void record(PostPresenceStep step) {
    state = step.state();
    changes.addAll(step.changes());
  }

  private void trace(double seconds) {
    CameraReading reading = new CameraReading("c1", THERE, Duration.ofSeconds(2), false);
    record(presence.observe(state, at(seconds), List.of(reading)));
  }

  @Test
  void datesLeavingToTheLastLookInWhichADetectorFoundSomeone() {
    looks(0, 10, THERE);
    trace(9);
    trace(10);
    looks(12, 40, GONE);

    assertThat(changes).containsExactly(change(0, Presence.STAFFED), change(8, Presence.EMPTY));
  }

  @Test
  void doesNotDateLeavingFarBackOnAccountOfADetectorThatMisses() {
    looks(0, 10, THERE);
    for (int second = 10; second < 60; second += 2) {
      trace(second);
    }
    looks(60, 90, GONE);

    assertThat(changes).containsExactly(change(0, Presence.STAFFED), change(56, Presence.EMPTY));
  }

  @Test
  void datesLeavingBackOverTheMomentsOfDoubtUntilItIsSure() {
    PostPresence quick = new PostPresence(settlingIn(1), PresenceThresholds.DEFAULT);
    double[] values = {THERE, THERE, THERE, DOUBT, DOUBT, DOUBT, DOUBT, GONE};
    for (int i = 0; i < values.length; i++) {
      var reading = new CameraReading("c1", values[i], Duration.ofMillis(500));
      PostPresenceStep step = quick.observe(state, at(i / 2.0), List.of(reading));
      record(step);
    }

    assertThat(changes).containsExactly(change(0, Presence.STAFFED), change(1, Presence.EMPTY));
  }

  private static RuleSettings settlingIn(int seconds) {
    Duration settling = Duration.ofSeconds(seconds);
    return new RuleSettings(
        new RuleSettings.VacancySettings(Duration.ofMinutes(5), settling, settling),
        RuleSettings.DEFAULT.phoneUse(),
        RuleSettings.DEFAULT.gathering(),
        RuleSettings.DEFAULT.blindAfter());
  }

  @Test
  void neverDatesLeavingBeforeComing() {
    looks(0, 10, THERE);
    looks(10, 40, GONE);
    for (int second = 40; second < 46; second += 2) {
      trace(second);
    }
    looks(46, 70, GONE);

    assertThat(changes)
        .containsExactly(
            change(0, Presence.STAFFED),
            change(8, Presence.EMPTY),
            change(40, Presence.STAFFED),
            change(42, Presence.EMPTY));
  }

  @Test
  void datesComingToTheFirstLookAndLeavingToTheLastLookThatSawSomeone() {
    looks(0, 10, THERE);
    looks(10, 40, GONE);
    looks(40, 50, THERE);

    assertThat(changes)
        .containsExactly(
            change(0, Presence.STAFFED), change(8, Presence.EMPTY), change(40, Presence.STAFFED));
  }

  @Test
  void bridgesSamplesThatMissedSomeone() {
    looks(0, 10, THERE);
    looks(10, 26, GONE);
    looks(26, 30, THERE);
    looks(30, 46, GONE);
    looks(46, 50, THERE);

    assertThat(changes).containsExactly(change(0, Presence.STAFFED));
  }

  @Test
  void takesNoPasserByForAClerk() {
    looks(0, 30, GONE);
    looks(30, 32, THERE);
    looks(32, 60, GONE);

    assertThat(changes).containsExactly(change(0, Presence.EMPTY));
  }

  @Test
  void keepsWhatHeldWhileInDoubt() {
    looks(0, 10, THERE);
    looks(10, 600, DOUBT);

    assertThat(changes).containsExactly(change(0, Presence.STAFFED));
  }

  @Test
  void datesLeavingThroughAShortDoubt() {
    looks(0, 10, THERE);
    looks(10, 16, DOUBT);
    looks(16, 40, GONE);

    assertThat(changes).contains(change(8, Presence.EMPTY));
  }

  @Test
  void holdsNobodyAbsentForALongDoubt() {
    looks(0, 10, THERE);
    looks(10, 300, DOUBT);
    looks(300, 330, GONE);

    assertThat(changes).contains(change(300, Presence.EMPTY));
  }

  @Test
  void neverCallsAPostEmptyOnALookInDoubt() {
    looks(0, 10, THERE);
    look(10, "c1", GONE);
    looks(12, 300, DOUBT);

    assertThat(changes).containsExactly(change(0, Presence.STAFFED));
  }

  @Test
  void knowsNothingThroughALongGapAndForgetsWhatWasUndecided() {
    looks(0, 10, THERE);
    looks(10, 20, GONE);
    looks(40, 70, GONE);

    assertThat(changes)
        .containsExactly(
            change(0, Presence.STAFFED), change(20, Presence.UNKNOWN), change(40, Presence.EMPTY));
  }

  @Test
  void noticesBlindnessWithoutAnotherLook() {
    looks(0, 10, THERE);
    assertThat(presence.goesBlindAt(state)).contains(at(23));

    record(presence.advance(state, at(22.999)));
    assertThat(changes).hasSize(1);
    record(presence.advance(state, at(23)));
    assertThat(changes).endsWith(change(10, Presence.UNKNOWN));
    assertThat(presence.goesBlindAt(state)).isEmpty();
  }

  @Test
  void isBlindOnlyWhenEveryCameraIs() {
    for (int second = 0; second < 120; second += 2) {
      if (second < 10) {
        look(second, "c1", THERE);
      }
      look(second + 0.5, "c2", THERE);
    }

    assertThat(changes).containsExactly(change(0, Presence.STAFFED));
  }

  @Test
  void letsACameraSpeakNoLongerThanBlindAfter() {
    look(0, "c1", THERE);
    for (int second = 0; second < 60; second += 2) {
      look(second + 0.5, "c2", GONE);
    }

    assertThat(changes).containsExactly(change(0, Presence.STAFFED), change(0, Presence.EMPTY));
  }

  @Test
  void letsOneCameraInDoubtSpeakAgainstAnotherThatSeesNobody() {
    looks(0, 10, THERE);
    for (int second = 10; second < 120; second += 2) {
      record(
          presence.observe(
              state,
              at(second),
              List.of(
                  new CameraReading("c1", DOUBT, Duration.ofSeconds(2)),
                  new CameraReading("c2", GONE, Duration.ofSeconds(2)))));
    }

    assertThat(changes).containsExactly(change(0, Presence.STAFFED));
  }

  @Test
  void isCertainOnlyUpToWhatALaterLookMayStillDateBackTo() {
    looks(0, 12, THERE);
    assertThat(presence.settledUntil(state, at(11))).isEqualTo(at(10));
    looks(12, 16, GONE);
    assertThat(presence.settledUntil(state, at(15))).isEqualTo(at(10));
    looks(16, 32, GONE);
    assertThat(changes).endsWith(change(10, Presence.EMPTY));
    assertThat(presence.settledUntil(state, at(31))).isEqualTo(at(31));
    assertThat(presence.settledUntil(state, at(40))).isEqualTo(at(32));
  }

  @Test
  void keepsWhatIsUndecidedAsItWasWhenTheFootageEnds() {
    looks(0, 10, THERE);
    looks(10, 20, GONE);
    record(presence.finish(state, at(20)));
    assertThat(changes).containsExactly(change(0, Presence.STAFFED));

    record(presence.finish(state, at(25)));
    assertThat(changes).endsWith(change(20, Presence.UNKNOWN));
  }
}
