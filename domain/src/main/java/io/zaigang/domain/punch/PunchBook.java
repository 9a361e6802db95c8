package io.zaigang.domain.punch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 考勤: works out what became of everybody's due punches.
 *
 * <p>Where nobody in the whole hall has a punch for a due time (a machine that was down, a file not
 * yet imported), nobody is held to it: missing data are UNKNOWN, never a violation.
 */
public final class PunchBook {

  private final MakeUpRules rules;

  public PunchBook(MakeUpRules rules) {
    this.rules = rules;
  }

  /**
   * The results of everybody, person by person in the order given.
   *
   * @param everybody all people of the hall, whole months of each
   * @param now later due punches are left out
   */
  public List<PunchResult> results(List<PersonMonths> everybody, Instant now) {
    Map<String, Map<DuePunch, Punch>> made = new LinkedHashMap<>();
    Set<Instant> known = new HashSet<>();
    for (PersonMonths person : everybody) {
      Map<DuePunch, Punch> matched = matched(person);
      made.put(person.personId(), matched);
      matched.keySet().forEach(due -> known.add(due.dueAt()));
    }
    List<PunchResult> results = new ArrayList<>();
    for (PersonMonths person : everybody) {
      results.addAll(of(person, made.getOrDefault(person.personId(), Map.of()), known, now));
    }
    return results;
  }

  private List<PunchResult> of(
      PersonMonths person, Map<DuePunch, Punch> made, Set<Instant> known, Instant now) {
    List<DuePunch> due = person.due().stream().filter(d -> !d.dueAt().isAfter(now)).toList();
    Map<DuePunch, MakeUpRequest> requests = MakeUpRules.firstRequests(person.requests());
    List<PunchResult> results = new ArrayList<>();
    rules
        .outcomes(due, made.keySet(), person.requests(), person.absences(), now)
        .forEach(
            (punch, outcome) ->
                results.add(
                    new PunchResult(
                        punch,
                        known.contains(punch.dueAt()) ? outcome : withoutData(outcome),
                        made.get(punch),
                        requests.get(punch))));
    return results;
  }

  /** Not having punched is what nobody can know; what was asked for and decided stands. */
  private static PunchOutcome withoutData(PunchOutcome outcome) {
    return switch (outcome) {
      case MISSING, NEVER_REQUESTED, ABSENCE_REQUESTED_LATE -> PunchOutcome.UNKNOWN;
      default -> outcome;
    };
  }

  private static Map<DuePunch, Punch> matched(PersonMonths person) {
    Map<LocalDate, List<DuePunch>> days =
        person.due().stream().collect(groupingBy(DuePunch::date, LinkedHashMap::new, toList()));
    Map<DuePunch, Punch> matched = new HashMap<>();
    days.values()
        .forEach(
            day -> {
              Instant from = day.get(0).dueAt().minusSeconds(86_400);
              Instant to = day.get(day.size() - 1).dueAt().plusSeconds(86_400);
              List<Punch> near =
                  person.punches().stream()
                      .filter(p -> p.at().isAfter(from) && p.at().isBefore(to))
                      .toList();
              matched.putAll(PunchMatching.match(day, near));
            });
    return matched;
  }
}
