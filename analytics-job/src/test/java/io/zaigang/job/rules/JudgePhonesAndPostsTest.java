package io.zaigang.job.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.phone.PhoneUseRule;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.PostReading;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.TestPlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Phone use, single posts and blindness in the operator: two posts, seen by two cameras. */
class JudgePhonesAndPostsTest {

  private static final SitePlan PLAN = TestPlans.twoPostsSeenByTwoCameras();

  /** Seconds after nine: a phone is used at post a, nobody is at post b. */
  private static final long FROM = 20;

  private static final long TO = 70;

  @Test
  void opensPhoneUseOnTimeAndClosesItOnceThePhoneIsAway() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples(0, 120));
      rules.watermark(at(30));
      assertThat(of(IncidentType.PHONE_USE, rules.incidents())).as("not for long yet").isEmpty();

      rules.watermark(at(40));
      List<Incident> open = of(IncidentType.PHONE_USE, rules.incidents());
      assertThat(open).hasSize(1);
      assertThat(open.get(0).startedAt()).isEqualTo(at(FROM));
      assertThat(open.get(0).postIds()).containsExactly("w1-a");
      assertThat(open.get(0).measure()).containsEntry(PhoneUseRule.TRACK_ID, 7);

      rules.watermark(at(119));
      List<Incident> versions = of(IncidentType.PHONE_USE, rules.incidents());
      assertThat(versions).hasSize(2);
      assertThat(versions.get(1).id()).isEqualTo(open.get(0).id());
      assertThat(versions.get(1).endedAt()).isEqualTo(at(TO - 1));
    }
  }

  @Test
  void tellsOfThePostThatIsEmptyWhileItsWindowIsCovered() throws Exception {
    List<Incident> versions = of(IncidentType.POST_UNATTENDED, judged(samples(0, 120)));

    assertThat(versions)
        .extracting(Incident::status)
        .containsExactly(IncidentStatus.OPEN, IncidentStatus.CLOSED);
    assertThat(versions.get(1).postIds()).containsExactly("w1-b");
    assertThat(versions.get(1).startedAt()).isBetween(at(FROM - 1), at(FROM));
    assertThat(of(IncidentType.VACANCY, judged(samples(0, 120)))).isEmpty();
  }

  @Test
  void countsEachPersonOnceThoughTwoCamerasSeeThem() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples(0, 120));
      rules.watermark(at(119));

      assertThat(of(IncidentType.PHONE_USE, rules.incidents())).hasSize(2);
      assertThat(rules.minutes().get(0).phoneSeconds()).isEqualTo(40);
      assertThat(rules.minutes().get(0).meanPersons()).isBetween(1.0, 2.0);
      assertThat(rules.presences()).allMatch(presence -> presence.seen() <= 2);
    }
  }

  @Test
  void givesTheSameWhateverTheOrderOfArrivalWithinTheWatermark() throws Exception {
    List<WindowObservation> shuffled = new ArrayList<>(samples(0, 120));
    Collections.shuffle(shuffled, new Random(11));
    assertThat(judged(shuffled)).isEqualTo(judged(samples(0, 120))).hasSize(4);
  }

  @Test
  void goesOnFromSnapshotAsIfNothingHadHappened() throws Exception {
    List<Incident> undisturbed = judged(samples(0, 120));
    for (int cut : new int[] {1, 19, 21, 31, 33, 50, 69, 72, 85}) {
      List<Incident> both = new ArrayList<>();
      OperatorSubtaskState snapshot;
      try (WindowHarness rules = live()) {
        rules.observe(samples(0, cut + 3));
        rules.watermark(at(cut));
        both.addAll(rules.incidents());
        snapshot = rules.snapshot();
      }
      try (WindowHarness rules = WindowHarness.restored(null, snapshot)) {
        rules.observe(samples(cut + 3, 120));
        rules.watermark(at(119));
        both.addAll(rules.incidents());
      }
      assertThat(both).as("cut at second %d", cut).isEqualTo(undisturbed);
    }
  }

  @Test
  void countsNoLookThatComesAfterTheWatermark() throws Exception {
    try (WindowHarness rules = live()) {
      rules.watermark(at(119));
      rules.observe(samples(0, 120));
      rules.watermark(at(200));

      assertThat(rules.incidents()).isEmpty();
      assertThat(rules.lateObservations()).isEqualTo(2 * 120);
    }
  }

  @Test
  void clearsStateAndTimersAtTheEndOfBoundedRun() throws Exception {
    try (WindowHarness rules = WindowHarness.fresh(at(60), PLAN)) {
      rules.observe(samples(0, 60));
      rules.endOfTime();

      assertThat(rules.incidents())
          .extracting(Incident::type)
          .contains(IncidentType.PHONE_USE, IncidentType.POST_UNATTENDED);
      assertThat(rules.incidents()).extracting(Incident::status).containsOnly(IncidentStatus.OPEN);
      assertThat(rules.stateEntries()).isZero();
      assertThat(rules.timers()).isZero();
    }
  }

  @Test
  void saysWhyAWindowCannotBeSeen() throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(samples(0, 20));
      for (int second = 20; second < 60; second++) {
        rules.observe(List.of(blind("cam-1", second, BlindCause.COVERED)));
      }
      rules.watermark(at(59));
      assertThat(last(rules).presence()).isEqualTo(Presence.UNKNOWN);
      assertThat(last(rules).cause()).isEqualTo(BlindCause.COVERED);

      rules.watermark(at(180));
      assertThat(last(rules).cause()).as("no picture for long").isEqualTo(BlindCause.NO_FOOTAGE);

      rules.observe(samples(181, 200));
      rules.watermark(at(199));
      assertThat(last(rules).presence()).isEqualTo(Presence.STAFFED);
      assertThat(last(rules).cause()).isNull();
    }
  }

  private static WindowPresence last(WindowHarness rules) {
    List<WindowPresence> told = rules.presences();
    return told.get(told.size() - 1);
  }

  private static List<Incident> of(IncidentType type, List<Incident> incidents) {
    return incidents.stream().filter(incident -> incident.type() == type).toList();
  }

  private static List<Incident> judged(List<WindowObservation> observations) throws Exception {
    try (WindowHarness rules = live()) {
      rules.observe(observations);
      rules.watermark(at(119));
      return rules.incidents();
    }
  }

  private static WindowHarness live() throws Exception {
    return WindowHarness.fresh(null, PLAN);
  }

  /** What both cameras see: post a always staffed, with a phone for a while; post b then empty. */
  private static List<WindowObservation> samples(long from, long to) {
    List<WindowObservation> samples = new ArrayList<>();
    for (long second = from; second < to; second++) {
      boolean away = second >= FROM && second < TO;
      List<PostReading> readings =
          List.of(new PostReading("w1-a", 0.99), new PostReading("w1-b", away ? 0.01 : 0.99));
      double phone = away ? 0.97 : 0.02;
      samples.add(seen("cam-1", second, readings, new PhoneLook(7, "w1-a", phone)));
      samples.add(seen("cam-2", second, readings, new PhoneLook(3, "w1-a", phone)));
    }
    return samples;
  }

  private static WindowObservation seen(
      String cameraId, long second, List<PostReading> readings, PhoneLook look) {
    return new WindowObservation("w1", cameraId, at(second), null, readings, List.of(look));
  }

  private static WindowObservation blind(String cameraId, long second, BlindCause cause) {
    return new WindowObservation("w1", cameraId, at(second), cause, List.of());
  }

  private static Instant at(long second) {
    return WindowHarness.NINE.plusSeconds(second);
  }
}
