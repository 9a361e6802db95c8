package io.zaigang.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleOverrides;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.WindowKind;
import io.zaigang.domain.site.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two minutes, share .6, a look each 5 s: the hall's defaults. Times are seconds after a start. */
class PhoneUseRuleTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final WorkingPeriod PERIOD =
      new WorkingPeriod(START.minusSeconds(1800), START.plusSeconds(10_800), "夏令");
  private static final Polygon ANYWHERE =
      new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1)));

  private final ServiceWindow window =
      new ServiceWindow(
          "w03",
          "3号窗口",
          "不动产登记",
          WindowKind.COUNTER,
          1,
          List.of(
              new Post("a", "A岗", List.of(new Zone("c1", ANYWHERE), new Zone("c2", ANYWHERE))),
              new Post("b", "B岗", List.of(new Zone("c1", ANYWHERE)))),
          RuleOverrides.NONE);
  private final PhoneUseRule rule =
      new PhoneUseRule(window, RuleSettings.DEFAULT.phoneUse(), Duration.ofSeconds(15));
  private final List<Incident> versions = new ArrayList<>();
  private PhoneUseState state = PhoneUseState.INITIAL;

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private void look(long at, String camera, int track, String post, double probability) {
    PhoneLook look = new PhoneLook(track, post, probability);
    record(rule.observe(state, at(at), camera, List.of(look), PERIOD));
  }

  private void looks(long from, long to, double probability) {
    for (long second = from; second < to; second += 5) {
      look(second, "c1", 7, "a", probability);
    }
  }

  private void record(PhoneUseStep step) {
    state = step.state();
    versions.addAll(step.incidents());
  }

  @Test
  void opensWhenTheShareIsReachedAndClosesWithTheLastLookInUse() {
    looks(0, 120, 0);
    looks(120, 300, 1);
    looks(300, 420, 0);

    assertThat(versions).hasSize(2);
    Incident open = versions.get(0);
    assertThat(open.type()).isEqualTo(IncidentType.PHONE_USE);
    assertThat(open.windowId()).isEqualTo("w03");
    assertThat(open.postIds()).containsExactly("a");
    assertThat(open.cameraIds()).containsExactly("c1");
    assertThat(open.startedAt()).isEqualTo(at(120));
    assertThat(open.confirmedAt()).isBetween(at(185), at(195));
    assertThat(open.measure()).containsEntry(PhoneUseRule.TRACK_ID, 7);
    assertThat(open.measure().get(PhoneUseRule.SHARE).doubleValue()).isBetween(0.6, 0.7);
    assertThat(open.id()).isEqualTo(Incident.idOf(IncidentType.PHONE_USE, "a/7", open.startedAt()));
    Incident closed = versions.get(1);
    assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
    assertThat(closed.endedAt()).isEqualTo(at(295));
    assertThat(closed.measure().get(PhoneUseRule.SHARE).doubleValue()).isGreaterThan(0.95);
  }

  @Test
  void neverJudgesOneLookOrAFewMinutesOfSeldomUse() {
    for (int i = 0; i < 100; i++) {
      look(i * 5L, "c1", 7, "a", i % 2 == 0 ? 1 : 0);
    }
    assertThat(versions).isEmpty();
  }

  @Test
  void waitsUntilItHasLookedThroughAWholeWindow() {
    looks(0, 115, 1);
    assertThat(versions).isEmpty();
    looks(115, 120, 1);
    assertThat(versions).extracting(Incident::startedAt).containsExactly(START);
  }

  @Test
  void keepsOneIncidentWhileTheShareStaysAboveHalf() {
    looks(0, 120, 1);
    for (int i = 0; i < 60; i++) {
      look(120 + i * 5L, "c1", 7, "a", i % 5 < 2 ? 1 : 0);
    }

    assertThat(versions).extracting(Incident::status).containsExactly(IncidentStatus.OPEN);
  }

  @Test
  void closesWhenThePersonIsLost() {
    looks(0, 200, 1);
    assertThat(rule.nextTimer(state)).contains(at(195 + 15));
    record(rule.advance(state, at(209)));
    assertThat(versions).hasSize(1);
    record(rule.advance(state, at(210)));

    assertThat(versions.get(1).endedAt()).isEqualTo(at(195));
    assertThat(state.tracks()).isEmpty();
    assertThat(rule.nextTimer(state)).isEmpty();
  }

  @Test
  void takesSomeoneWhoWasLostForAnotherPerson() {
    looks(0, 100, 1);
    looks(130, 230, 1);

    assertThat(versions).isEmpty();
  }

  @Test
  void countsNothingOutsideWorkingTime() {
    for (int second = 0; second < 300; second += 5) {
      PhoneLook look = new PhoneLook(7, "a", 1);
      record(rule.observe(state, at(second), "c1", List.of(look), null));
    }

    assertThat(state).isEqualTo(PhoneUseState.INITIAL);
  }

  @Test
  void startsAnewWithEachPeriod() {
    looks(0, 100, 1);
    WorkingPeriod next = new WorkingPeriod(at(100), at(7200), "夏令");
    for (int second = 100; second < 200; second += 5) {
      PhoneLook look = new PhoneLook(7, "a", 1);
      record(rule.observe(state, at(second), "c1", List.of(look), next));
    }

    assertThat(versions).isEmpty();
  }

  @Test
  void letsOneCameraSpeakForAPost() {
    for (int second = 0; second < 300; second += 5) {
      look(second, "c1", 7, "a", 1);
      look(second + 1, "c2", 3, "a", 1);
    }

    assertThat(versions).hasSize(1);
    assertThat(versions.get(0).cameraIds()).containsExactly("c1");
    assertThat(state.millisIn(START)).isEqualTo(60_000);
  }

  @Test
  void letsTheOtherCameraSpeakOnceTheFirstIsSilent() {
    looks(0, 60, 1);
    for (int second = 0; second < 300; second += 5) {
      look(60 + second, "c2", 3, "a", 1);
    }

    assertThat(versions).extracting(Incident::cameraIds).containsExactly(List.of("c2"));
  }

  @Test
  void addsUpTimeInUseByTheMinute() {
    looks(0, 60, 1);
    looks(60, 90, 0);
    looks(90, 120, 1);

    assertThat(state.millisIn(START)).isEqualTo(60_000);
    assertThat(state.millisIn(at(60))).isEqualTo(30_000);
    assertThat(state.withoutMinutesBefore(at(60)).minutes()).hasSize(1);
  }

  @Test
  void keepsItsStateSmall() {
    looks(0, 36_00, 1);

    assertThat(state.tracks()).hasSize(1);
    assertThat(state.tracks().get(0).looks()).hasSizeLessThanOrEqualTo(24);
  }

  /** What is compared of an incident; {@code end} null: open. */
  private record Found(Instant start, Instant confirmed, @Nullable Instant end) {}

  private record Seen(long at, double probability) {}

  /** The rule as domain.md words it, over all looks at one person at once and without any state. */
  private static List<Found> reference(List<Seen> looks) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      int watched = i;
      while (watched > 0 && gap(looks, watched) < 15) {
        watched--;
      }
      List<Seen> window = window(looks, watched, i);
      boolean well = looks.get(i).at() - looks.get(watched).at() >= 115 && window.size() >= 12;
      if (!well || share(window) < 0.6) {
        continue;
      }
      int over = i + 1;
      while (over < looks.size()
          && gap(looks, over) < 15
          && share(window(looks, watched, over)) >= 0.3) {
        over++;
      }
      boolean lost = over < looks.size() && gap(looks, over) >= 15;
      int last = i;
      for (int k = i + 1; k < over; k++) {
        last = looks.get(k).probability() >= 0.5 ? k : last;
      }
      if (over < looks.size() && !lost && looks.get(over).probability() >= 0.5) {
        last = over;
      }
      long start =
          window.stream().filter(s -> s.probability() >= 0.5).findFirst().orElseThrow().at();
      Instant end = over < looks.size() ? at(looks.get(last).at()) : null;
      found.add(new Found(at(start), at(looks.get(i).at()), end));
      i = lost ? over - 1 : over;
    }
    return found;
  }

  private static List<Seen> window(List<Seen> looks, int from, int to) {
    return looks.subList(from, to + 1).stream()
        .filter(look -> look.at() > looks.get(to).at() - 120)
        .toList();
  }

  private static double share(List<Seen> window) {
    return UseShare.mostLikely(window.stream().map(Seen::probability).toList());
  }

  private static long gap(List<Seen> looks, int at) {
    return looks.get(at).at() - looks.get(at - 1).at();
  }

  @Property(tries = 500)
  void findsWhatThePlainReferenceFinds(@ForAll long seed) {
    Random random = new Random(seed);
    List<Seen> looks = new ArrayList<>();
    double use = 0;
    for (long second = 0; second < 2400; ) {
      use = random.nextInt(30) == 0 ? random.nextDouble() : use;
      boolean inUse = random.nextDouble() < use;
      looks.add(new Seen(second, inUse ? 0.5 + random.nextDouble() / 2 : random.nextDouble() / 2));
      second += random.nextInt(60) == 0 ? random.nextInt(30) + 1 : 4 + random.nextInt(3);
    }

    state = PhoneUseState.INITIAL;
    versions.clear();
    for (Seen look : looks) {
      look(look.at(), "c1", 7, "a", look.probability());
      if (random.nextBoolean()) {
        record(rule.advance(state, at(look.at())));
      }
    }
    Map<String, Found> found = new LinkedHashMap<>();
    versions.forEach(
        i -> found.put(i.id(), new Found(i.startedAt(), i.confirmedAt(), i.endedAt())));

    assertThat(found.values()).containsExactlyElementsOf(reference(looks));
  }
}
