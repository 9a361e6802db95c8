package io.zaigang.domain.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.vacancy.VacancyRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was seen, and however it is fed in, the rules say what the plain reference says. */
class ServiceWindowRulesPropertyTest {

  @Property(tries = 1500)
  void findsWhatThePlainReferenceFinds(@ForAll long seed) {
    ObservedCase given = ObservedCase.grow(seed);
    RuleReference expected = new RuleReference(given.plan(), given.observations(), given.end());

    Result result = atOnce(given);

    assertThat(result.found()).containsExactlyInAnyOrderElementsOf(expected.incidents);
    assertThat(result.minutes()).isEqualTo(expected.minutes);
  }

  @Property(tries = 1000)
  void givesTheSameHoweverItIsFedAndWhereverItIsRestarted(@ForAll long seed) {
    ObservedCase given = ObservedCase.grow(seed);

    Result expected = atOnce(given);
    Result result = inPieces(given, new Random(seed));

    assertThat(result.versions()).isEqualTo(expected.versions());
    assertThat(result.occupancy).isEqualTo(expected.occupancy);
    assertThat(result.changes).isEqualTo(expected.changes);
  }

  @Property(tries = 300)
  void addsTheSecondsOfEveryMinuteUpToSixty(@ForAll long seed) {
    ObservedCase given = ObservedCase.grow(seed);

    List<OccupancyMinute> minutes = atOnce(given).occupancy;

    for (int i = 0; i < minutes.size(); i++) {
      OccupancyMinute m = minutes.get(i);
      double sum = m.staffedSeconds() + m.emptySeconds() + m.blindSeconds() + m.exemptSeconds();
      assertThat(sum).isCloseTo(60, within(1e-9));
      assertThat(m.minute()).isEqualTo(minutes.get(0).minute().plusSeconds(60L * i));
      int posts = given.plan().windows().get(0).posts().size();
      assertThat(m.meanPersons()).isBetween(0.0, (double) posts);
    }
  }

  private static Result atOnce(ObservedCase given) {
    ServiceWindowRules rules = rules(given);
    WindowState state = WindowState.initial();
    for (WindowObservation observation : given.observations()) {
      state = rules.observe(state, observation);
    }
    Result result = new Result();
    result.add(rules.finish(state, given.end()));
    return result;
  }

  /** Out of order within the watermark, with repetitions, by timers, with crashes and restores. */
  private static Result inPieces(ObservedCase given, Random random) {
    ServiceWindowRules rules = rules(given);
    WindowState state = WindowState.initial();
    Result result = new Result();
    List<WindowObservation> rest = new ArrayList<>(given.observations());
    while (!rest.isEmpty()) {
      int count = 1 + random.nextInt(Math.min(rest.size(), 12));
      List<WindowObservation> batch = new ArrayList<>(rest.subList(0, count));
      rest.subList(0, count).clear();
      Instant watermark = batch.get(count - 1).at();
      batch.addAll(batch.subList(0, random.nextInt(count)));
      Collections.shuffle(batch, random);
      boolean sameInstantFollows = !rest.isEmpty() && rest.get(0).at().equals(watermark);
      if (sameInstantFollows) {
        watermark = watermark.minusMillis(1);
      }
      Result lost = random.nextInt(4) == 0 ? new Result() : null;
      if (lost != null) {
        // a crash: what was done since the snapshot is done again
        feed(rules, state, batch, watermark, random, lost);
      }
      state = feed(rules, restored(state), batch, watermark, random, result);
    }
    result.add(rules.finish(state, given.end()));
    return result;
  }

  private static WindowState feed(
      ServiceWindowRules rules,
      WindowState start,
      List<WindowObservation> batch,
      Instant watermark,
      Random random,
      Result result) {
    WindowState state = start;
    for (WindowObservation observation : batch) {
      state = rules.observe(state, observation);
    }
    if (random.nextBoolean()) {
      while (rules.nextTimer(state).filter(t -> !t.isAfter(watermark)).isPresent()) {
        WindowStep step = rules.advance(state, rules.nextTimer(state).orElseThrow());
        result.add(step);
        state = step.state();
      }
    }
    WindowStep step = rules.advance(state, watermark);
    result.add(step);
    return step.state();
  }

  private static WindowState restored(WindowState state) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      WindowStateCodec.write(state, new DataOutputStream(bytes));
      WindowState read =
          WindowStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(read).isEqualTo(state);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceWindowRules rules(ObservedCase given) {
    return new ServiceWindowRules(given.plan(), given.plan().windows().get(0));
  }

  private static final class Result {
    final List<Incident> versions = new ArrayList<>();
    final List<OccupancyMinute> occupancy = new ArrayList<>();
    final List<WindowPresence> changes = new ArrayList<>();

    void add(WindowStep step) {
      versions.addAll(step.incidents());
      occupancy.addAll(step.minutes());
      changes.addAll(step.changes());
    }

    List<RuleReference.Found> found() {
      Map<String, Incident> latest = new LinkedHashMap<>();
      versions.forEach(incident -> latest.put(incident.id(), incident));
      return latest.values().stream()
          .filter(incident -> incident.type() != IncidentType.PHONE_USE)
          .map(Result::found)
          .toList();
    }

    /** By the instant told: steps tell of phones before what presence has settled. */
    List<Incident> versions() {
      return versions.stream()
          .sorted(
              Comparator.comparing(
                      (Incident i) -> i.endedAt() == null ? i.confirmedAt() : i.endedAt())
                  .thenComparing(Incident::id)
                  .thenComparing(Incident::status))
          .toList();
    }

    List<RuleReference.Minute> minutes() {
      return occupancy.stream()
          .map(
              m ->
                  new RuleReference.Minute(
                      m.staffedSeconds(),
                      m.emptySeconds(),
                      m.blindSeconds(),
                      m.exemptSeconds(),
                      m.meanPersons()))
          .toList();
    }

    private static RuleReference.Found found(Incident incident) {
      boolean ofWindow = incident.type() == IncidentType.VACANCY;
      Map<String, Number> measure = incident.measure();
      return new RuleReference.Found(
          incident.type(),
          ofWindow ? Objects.requireNonNull(incident.windowId()) : incident.postIds().get(0),
          incident.startedAt(),
          incident.confirmedAt(),
          incident.endedAt(),
          incident.blindSeconds(),
          measure.get(VacancyRule.SEEN).intValue(),
          measure.get(VacancyRule.SINCE_PERIOD_START).intValue() == 1,
          measure.getOrDefault(VacancyRule.UNTIL_PERIOD_END, 0).intValue() == 1);
    }
  }
}
