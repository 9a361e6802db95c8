package io.zaigang.domain.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.AreaKind;
import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Hall;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.SitePlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three minutes, .7 of the samples, three people; one sample in two seconds. */
class GatheringRuleTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Polygon LEFT_HALF =
      new Polygon(List.of(new Point(0, 0), new Point(.5, 0), new Point(.5, 1), new Point(0, 1)));
  private static final Area STAFF = new Area("staff", "柜台内", AreaKind.STAFF_AREA, "c1", LEFT_HALF);
  private static final Area PUBLIC =
      new Area("public", "等候区", AreaKind.PUBLIC_AREA, "c1", LEFT_HALF);

  private final SitePlan plan =
      new SitePlan(
          new Hall("h", "大厅", SHANGHAI),
          new CalendarSettings(
              EnumSet.allOf(DayOfWeek.class),
              List.of(
                  new Season(
                      "全年",
                      MonthDay.of(1, 1),
                      MonthDay.of(12, 31),
                      List.of(new Hours(LocalTime.of(8, 30), LocalTime.of(12, 0))))),
              List.of(),
              Set.of()),
          RuleSettings.DEFAULT,
          List.of(new Camera("c1", "c1", "rtsp://192.0.2.1/", 0.5)),
          List.of(),
          List.of(STAFF, PUBLIC));

  private final GatheringRule rule = new GatheringRule(plan, STAFF);
  private final List<Incident> versions = new ArrayList<>();
  private GatheringState state = GatheringState.INITIAL;

  private static Instant at(String time) {
    return LocalDateTime.parse("2026-03-02T" + time).atZone(SHANGHAI).toInstant();
  }

  private GatheringRuleTest see(String from, String to, int persons) {
    for (Instant t = at(from); t.isBefore(at(to)); t = t.plusSeconds(2)) {
      state = rule.observe(state, new GatheringSample("staff", t, persons));
    }
    return this;
  }

  private void advance(String to) {
    GatheringStep step = rule.advance(state, at(to));
    state = step.state();
    versions.addAll(step.incidents());
  }

  @Test
  void opensWhenThreePeopleStandTogetherForMostOfTheWindowAndClosesWithTheLastOfThem() {
    see("09:00:00", "09:05:00", 1).see("09:05:00", "09:10:00", 4).see("09:10:00", "09:15:00", 2);
    advance("09:15:00");

    assertThat(versions).hasSize(2);
    Incident open = versions.get(0);
    assertThat(open.type()).isEqualTo(IncidentType.GATHERING);
    assertThat(open.areaId()).isEqualTo("staff");
    assertThat(open.windowId()).isNull();
    assertThat(open.cameraIds()).containsExactly("c1");
    assertThat(open.startedAt()).isEqualTo(at("09:05:00"));
    // 63 of 90 samples
    assertThat(open.confirmedAt()).isEqualTo(at("09:07:04"));
    assertThat(open.measure()).containsEntry(GatheringRule.PERSONS, 4);
    Incident closed = versions.get(1);
    assertThat(closed.id()).isEqualTo(open.id());
    assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
    assertThat(closed.endedAt()).isEqualTo(at("09:09:58"));
  }

  @Test
  void opensNothingForTwoPeopleOrForAShortTalk() {
    see("09:00:00", "09:10:00", 2).see("09:10:00", "09:12:00", 5).see("09:12:00", "09:20:00", 1);
    advance("09:20:00");

    assertThat(versions).isEmpty();
  }

  @Test
  void judgesNothingBeforeItHasWatchedAWholeWindow() {
    see("09:00:00", "09:02:58", 3);
    advance("09:02:57");
    assertThat(versions).isEmpty();

    see("09:02:58", "09:03:00", 3);
    advance("09:03:00");
    assertThat(versions).extracting(Incident::startedAt).containsExactly(at("09:00:00"));
  }

  @Test
  void countsOnlyWorkingTime() {
    see("08:00:00", "08:31:00", 5);
    advance("08:31:00");
    assertThat(versions).isEmpty();

    see("08:31:02", "08:34:00", 5);
    advance("08:34:00");
    assertThat(versions).extracting(Incident::startedAt).containsExactly(at("08:30:00"));
  }

  @Test
  void neitherEndsNorCountsAGapInAGathering() {
    see("09:00:00", "09:05:00", 3).see("09:06:00", "09:08:00", 3).see("09:08:00", "09:12:00", 0);
    advance("09:12:00");

    assertThat(versions.get(1).endedAt()).isEqualTo(at("09:07:58"));
    assertThat(versions.get(1).blindSeconds()).isEqualTo(60);
  }

  @Test
  void endsWhenAWholeWindowWentUnseen() {
    see("09:00:00", "09:05:00", 3);
    advance("09:05:00");
    assertThat(rule.nextTimer(state)).contains(at("09:07:58"));
    advance("09:07:57");
    assertThat(versions).hasSize(1);
    advance("09:07:58");

    assertThat(versions.get(1).endedAt()).isEqualTo(at("09:04:58"));
    assertThat(rule.nextTimer(state)).isEmpty();
  }

  @Test
  void staysOpenAtTheEndOfTheFootage() {
    see("09:00:00", "09:05:00", 3);
    advance("09:05:00");

    assertThat(versions).extracting(Incident::status).containsExactly(IncidentStatus.OPEN);
  }

  @Test
  void countsFeetInTheStaffAreaOnly() {
    List<PersonDetection> persons = new ArrayList<>();
    for (double x : new double[] {100, 200, 300, 455, 600, 700, 800}) {
      persons.add(PersonDetection.of(new Box(x, 100, 80, 300), 0.9));
    }
    FrameDetections frame =
        new FrameDetections("c1", at("09:00:00"), 1000, 500, null, persons, List.of());

    assertThat(GatheringSample.of(frame, plan))
        .containsExactly(new GatheringSample("staff", at("09:00:00"), 4));
    FrameDetections dark =
        new FrameDetections("c1", at("09:00:00"), 1000, 500, BlindCause.DARK, List.of(), List.of());
    assertThat(GatheringSample.of(dark, plan)).isEmpty();
  }

  /** What is compared of an incident; {@code end} null: open. */
  private record Found(
      Instant start, Instant confirmed, @Nullable Instant end, int persons, double blind) {}

  /** The rule as domain.md words it, over all samples at once and without any state. */
  private static List<Found> reference(List<GatheringSample> all, Instant end) {
    List<GatheringSample> seen =
        all.stream().filter(s -> !s.at().isBefore(at("08:30:00"))).toList();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (!watchedWell(seen, i) || share(seen, i) < 0.7) {
        continue;
      }
      int over = i + 1;
      while (over < seen.size() && gap(seen, over) < 180 && share(seen, over) >= 0.35) {
        over++;
      }
      boolean lost = over == seen.size() || gap(seen, over) >= 180;
      boolean ended = over < seen.size() || seconds(seen.get(over - 1).at(), end) >= 180;
      int last = i;
      double blind = 0;
      double blindSince = 0;
      for (int k = i + 1; k < over + (lost ? 0 : 1); k++) {
        blindSince += gap(seen, k) > 15 ? gap(seen, k) - 2 : 0;
        if (seen.get(k).persons() >= 3) {
          last = k;
          blind += blindSince;
          blindSince = 0;
        }
      }
      int first = firstOfWindow(seen, i);
      int start = first;
      while (seen.get(start).persons() < 3) {
        start++;
      }
      int most = seen.subList(first, last + 1).stream().mapToInt(s -> s.persons()).max().orElse(0);
      Instant endedAt = ended ? seen.get(last).at() : null;
      found.add(new Found(seen.get(start).at(), seen.get(i).at(), endedAt, most, blind));
      i = lost ? over - 1 : over;
    }
    return found;
  }

  private static int firstOfWindow(List<GatheringSample> seen, int at) {
    int first = at;
    while (first > 0 && seconds(seen.get(first - 1).at(), seen.get(at).at()) < 180) {
      first--;
    }
    return first;
  }

  private static double share(List<GatheringSample> seen, int at) {
    List<GatheringSample> window = seen.subList(firstOfWindow(seen, at), at + 1);
    return (double) window.stream().filter(s -> s.persons() >= 3).count() / window.size();
  }

  private static boolean watchedWell(List<GatheringSample> seen, int at) {
    int since = at;
    while (since > 0 && gap(seen, since) <= 15) {
      since--;
    }
    return seconds(seen.get(since).at(), seen.get(at).at()) + 2 >= 180
        && at + 1 - firstOfWindow(seen, at) >= 45;
  }

  private static long gap(List<GatheringSample> seen, int at) {
    return seconds(seen.get(at - 1).at(), seen.get(at).at());
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  @Property(tries = 500)
  void findsWhatThePlainReferenceFinds(@ForAll long seed) {
    List<GatheringSample> samples = samples(new Random(seed));
    Instant end = samples.get(samples.size() - 1).at().plusSeconds(seed % 2 == 0 ? 1 : 300);
    GatheringState fed = GatheringState.INITIAL;
    for (GatheringSample sample : samples) {
      fed = rule.observe(fed, sample);
    }
    Map<String, Found> found = new LinkedHashMap<>();
    for (Incident i : rule.advance(fed, end).incidents()) {
      int persons = i.measure().get(GatheringRule.PERSONS).intValue();
      found.put(
          i.id(),
          new Found(i.startedAt(), i.confirmedAt(), i.endedAt(), persons, i.blindSeconds()));
    }

    List<Found> expected =
        reference(samples, end).stream()
            .map(f -> f.end() == null ? new Found(f.start(), f.confirmed(), null, 0, 0) : f)
            .toList();
    assertThat(
            found.values().stream()
                .map(f -> f.end() == null ? new Found(f.start(), f.confirmed(), null, 0, 0) : f))
        .containsExactlyElementsOf(expected);
  }

  private static List<GatheringSample> samples(Random random) {
    List<GatheringSample> samples = new ArrayList<>();
    int persons = 0;
    for (Instant t = at("08:29:00"); t.isBefore(at("08:54:00")); ) {
      persons = random.nextInt(40) == 0 ? random.nextInt(5) : persons;
      int seen = random.nextInt(5) == 0 ? Math.max(0, persons - 1) : persons;
      samples.add(new GatheringSample("staff", t, seen));
      t = t.plusSeconds(random.nextInt(100) == 0 ? random.nextInt(400) + 1 : 2);
    }
    return samples;
  }

  private List<Incident> allAtOnce(List<GatheringSample> samples) {
    GatheringState fed = GatheringState.INITIAL;
    for (GatheringSample sample : samples) {
      fed = rule.observe(fed, sample);
    }
    return rule.advance(fed, at("11:59:00")).incidents();
  }

  @Property(tries = 300)
  void givesTheSameHoweverItIsFedAndWhereverItIsRestarted(@ForAll long seed) {
    Random random = new Random(seed);
    List<GatheringSample> samples = samples(random);

    List<Incident> expected = allAtOnce(samples);
    List<Incident> found = new ArrayList<>();
    GatheringState fed = GatheringState.INITIAL;
    while (!samples.isEmpty()) {
      int count = Math.min(samples.size(), 1 + random.nextInt(30));
      List<GatheringSample> batch = new ArrayList<>(samples.subList(0, count));
      Instant watermark = batch.get(count - 1).at();
      samples.subList(0, count).clear();
      batch.addAll(batch.subList(0, random.nextInt(count)));
      Collections.shuffle(batch, random);
      for (GatheringSample sample : batch) {
        fed = rule.observe(fed, sample);
      }
      GatheringStep step = rule.advance(restored(fed), watermark);
      found.addAll(step.incidents());
      fed = step.state();
    }
    found.addAll(rule.advance(fed, at("11:59:00")).incidents());

    assertThat(found).isEqualTo(expected);
  }

  private static GatheringState restored(GatheringState state) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      GatheringStateCodec.write(state, new DataOutputStream(bytes));
      return GatheringStateCodec.read(
          new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
