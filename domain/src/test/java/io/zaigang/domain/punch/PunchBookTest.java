package io.zaigang.domain.punch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PunchBookTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-18");
  private static final PunchBook BOOK =
      new PunchBook(new MakeUpRules(6, MakeUpDeadline.END_OF_MONDAY, HallCalendar.ZONE));
  private static final Instant MUCH_LATER = Instant.parse("2026-12-31T00:00:00Z");

  @Test
  void holdsNobodyToATimeForWhichNobodyHasAPunch() {
    List<PunchResult> results = BOOK.results(List.of(person("a"), person("b")), MUCH_LATER);

    assertThat(results).extracting(PunchResult::outcome).containsOnly(PunchOutcome.UNKNOWN);
    assertThat(results).noneMatch(result -> result.outcome().isMissedPunch());
  }

  @Test
  void onePunchOfAnybodyShowsThatTheMachineWorked() {
    PersonMonths punctual = person("a", due("a").get(0).dueAt());

    List<PunchResult> results = BOOK.results(List.of(punctual, person("b")), MUCH_LATER);

    assertThat(results)
        .filteredOn(result -> result.due().personId().equals("b"))
        .extracting(PunchResult::outcome)
        .containsExactly(
            PunchOutcome.NEVER_REQUESTED,
            PunchOutcome.UNKNOWN,
            PunchOutcome.UNKNOWN,
            PunchOutcome.UNKNOWN);
  }

  @Test
  void leavesOutWhatIsNotDueYet() {
    Instant noon = due("a").get(1).dueAt();

    assertThat(BOOK.results(List.of(person("a")), noon)).hasSize(2);
  }

  @Test
  void aMissedPunchIsAViolationFromItsDeadlineOn() {
    PersonMonths punctual = person("a", due("a").get(0).dueAt());

    PunchResult missed = BOOK.results(List.of(punctual, person("b")), MUCH_LATER).get(4);

    assertThat(
            missed.missedSince(new MakeUpRules(6, MakeUpDeadline.END_OF_MONDAY, HallCalendar.ZONE)))
        .contains(Instant.parse("2026-11-23T16:00:00Z"));
  }

  private static List<DuePunch> due(String personId) {
    return HallCalendar.DUE.of(personId, DAY);
  }

  private static PersonMonths person(String id, Instant... punchedAt) {
    List<Punch> punches = List.of(punchedAt).stream().map(at -> new Punch(id, at, null)).toList();
    return new PersonMonths(id, due(id), punches, List.of(), List.of());
  }
}
