package io.zaigang.domain.punch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.CalendarSettings.DateRange;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of cases that a person can check against the regulation; times are the hall's. */
class MakeUpRulesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final CalendarSettings HALL =
      new CalendarSettings(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          List.of(
              season("夏令", "--05-01", "--09-30", "13:30", "17:00"),
              season("冬令", "--10-01", "--04-30", "13:00", "16:30")),
          List.of(new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-07"))),
          Set.of(LocalDate.parse("2026-09-20"), LocalDate.parse("2026-10-10")));
  private static final DuePunches DUE = new DuePunches(new WorkingCalendar(HALL, ZONE));
  private static final MakeUpRules RULES =
      new MakeUpRules(MakeUpRules.DEFAULT_QUOTA, MakeUpDeadline.END_OF_MONDAY, ZONE);

  private static Season season(String name, String from, String to, String start, String end) {
    return new Season(
        name,
        MonthDay.parse(from),
        MonthDay.parse(to),
        List.of(
            new Hours(LocalTime.parse("08:30"), LocalTime.parse("12:00")),
            new Hours(LocalTime.parse(start), LocalTime.parse(end))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-09-30, 08:30 12:00 13:30 17:00, last day of 夏令",
    "2026-10-08, 08:30 12:00 13:00 16:30, first working day of 冬令 after the holiday",
    "2026-04-30, 08:30 12:00 13:00 16:30, last day of 冬令",
    "2026-05-01, 08:30 12:00 13:30 17:00, first day of 夏令",
    "2026-10-10, 08:30 12:00 13:00 16:30, a Saturday worked as 调休",
    "2026-09-20, 08:30 12:00 13:30 17:00, a Sunday worked as 调休",
    "2026-10-05, '', a Monday in the holiday",
    "2026-11-21, '', an ordinary Saturday"
  })
  void asksForThePunchesOfTheDay(LocalDate day, String times, String why) {
    List<String> due =
        DUE.of("p", day).stream()
            .map(punch -> punch.dueAt().atZone(ZONE).toLocalTime().toString())
            .toList();

    assertThat(String.join(" ", due)).as(why).isEqualTo(times);
  }

  @ParameterizedTest(name = "missed {0}, asked {1}, {2}: {3}")
  @CsvSource({
    // missed on, asked at, deadline, outcome
    "2026-11-18, 2026-11-23T23:59:59, END_OF_MONDAY, PENDING",
    "2026-11-18, 2026-11-24T00:00:00, END_OF_MONDAY, REQUESTED_LATE",
    "2026-11-18, 2026-11-22T23:59:59, START_OF_MONDAY, PENDING",
    "2026-11-18, 2026-11-23T00:00:00, START_OF_MONDAY, REQUESTED_LATE",
    // missed on a Monday: the Monday after, not the same day
    "2026-11-16, 2026-11-23T09:00:00, END_OF_MONDAY, PENDING",
    // a worked Saturday and Sunday have the very next Monday
    "2026-10-10, 2026-10-12T12:00:00, END_OF_MONDAY, PENDING",
    "2026-09-20, 2026-09-22T00:00:00, END_OF_MONDAY, REQUESTED_LATE",
    // the Monday after is a holiday: still the deadline
    "2026-09-30, 2026-10-05T23:59:59, END_OF_MONDAY, PENDING",
    "2026-09-30, 2026-10-08T08:30:00, END_OF_MONDAY, REQUESTED_LATE"
  })
  void holdsRequestsToTheMondayAfter(
      LocalDate missedOn, LocalDateTime askedAt, MakeUpDeadline deadline, PunchOutcome outcome) {
    DuePunch missed = firstOf(missedOn);
    MakeUpRules rules = new MakeUpRules(6, deadline, ZONE);

    assertThat(
            rules.outcomes(
                List.of(missed),
                Set.of(),
                List.of(new MakeUpRequest("r", missed, at(askedAt), Verdict.PENDING)),
                List.of(),
                at(askedAt)))
        .containsEntry(missed, outcome);
  }

  @ParameterizedTest(name = "missed 2026-11-18, looked at {0}: {1}")
  @CsvSource({"2026-11-23T23:59:59, MISSING, false", "2026-11-24T00:00:00, NEVER_REQUESTED, true"})
  void becomesAViolationWhenTheDeadlinePassesUnasked(
      LocalDateTime now, PunchOutcome outcome, boolean violation) {
    DuePunch missed = firstOf(LocalDate.parse("2026-11-18"));

    assertThat(RULES.outcomes(List.of(missed), Set.of(), List.of(), List.of(), at(now)))
        .containsEntry(missed, outcome);
    assertThat(outcome.isMissedPunch()).isEqualTo(violation);
  }

  @Test
  void grantsSixAMonthAndRefusesTheSeventh() {
    List<DuePunch> november = days("2026-11-02", 7);

    assertThat(outcomes(november, Verdict.APPROVED))
        .startsWith(repeat(PunchOutcome.MADE_UP, 6))
        .endsWith(PunchOutcome.OVER_QUOTA);
  }

  @Test
  void countsAgainstTheMonthOfTheMissedPunchNotOfTheRequest() {
    List<DuePunch> november = days("2026-11-25", 4);
    List<DuePunch> december = days("2026-12-01", 3);
    List<DuePunch> both = new ArrayList<>(november);
    both.addAll(december);

    assertThat(outcomes(both, Verdict.APPROVED)).containsOnly(PunchOutcome.MADE_UP).hasSize(7);
  }

  @Test
  void aRejectedRequestIsAViolationButUsesUpNothing() {
    List<DuePunch> days = days("2026-11-02", 7);
    List<MakeUpRequest> requests = requests(days, Verdict.APPROVED);
    requests.set(0, new MakeUpRequest("0", days.get(0), askedOn(days.get(0)), Verdict.REJECTED));

    assertThat(RULES.outcomes(days, Set.of(), requests, List.of(), Instant.MAX).values())
        .containsExactly(prepend(PunchOutcome.REJECTED, repeat(PunchOutcome.MADE_UP, 6)));
  }

  @Test
  void askingTwiceForOnePunchIsAskingOnce() {
    DuePunch missed = firstOf(LocalDate.parse("2026-11-18"));
    MakeUpRequest first = new MakeUpRequest("a", missed, askedOn(missed), Verdict.REJECTED);
    MakeUpRequest again =
        new MakeUpRequest("b", missed, askedOn(missed).plusSeconds(60), Verdict.PENDING);

    assertThat(
            RULES.outcomes(
                List.of(missed), Set.of(), List.of(again, first), List.of(), Instant.MAX))
        .containsEntry(missed, PunchOutcome.REJECTED);
  }

  @ParameterizedTest(name = "leave asked at {0}, punch missed: {1}")
  @CsvSource({
    "2026-11-18T08:29:59, EXCUSED",
    "2026-11-18T08:30:00, ABSENCE_REQUESTED_LATE",
    "2026-11-18T10:00:00, ABSENCE_REQUESTED_LATE"
  })
  void absenceAppliesForwardOnly(LocalDateTime askedAt, PunchOutcome outcome) {
    DuePunch missed = firstOf(LocalDate.parse("2026-11-18"));
    ApprovedAbsence leave =
        new ApprovedAbsence("p", at(askedAt), at("2026-11-18T08:30:00"), at("2026-11-18T12:00:00"));

    assertThat(RULES.outcomes(List.of(missed), Set.of(), List.of(), List.of(leave), Instant.MAX))
        .containsEntry(missed, outcome);
  }

  @Test
  void aLateAbsenceHarmsNobodyWhoPunched() {
    DuePunch in = firstOf(LocalDate.parse("2026-11-18"));
    ApprovedAbsence leave =
        new ApprovedAbsence(
            "p", at("2026-11-18T10:00:00"), at("2026-11-18T08:30:00"), at("2026-11-18T12:00:00"));

    assertThat(RULES.outcomes(List.of(in), Set.of(in), List.of(), List.of(leave), Instant.MAX))
        .containsEntry(in, PunchOutcome.PUNCHED);
  }

  private static List<PunchOutcome> outcomes(List<DuePunch> missed, Verdict verdict) {
    return List.copyOf(
        RULES
            .outcomes(missed, Set.of(), requests(missed, verdict), List.of(), Instant.MAX)
            .values());
  }

  private static List<MakeUpRequest> requests(List<DuePunch> missed, Verdict verdict) {
    List<MakeUpRequest> requests = new ArrayList<>();
    for (DuePunch punch : missed) {
      requests.add(
          new MakeUpRequest(String.valueOf(requests.size()), punch, askedOn(punch), verdict));
    }
    return requests;
  }

  private static Instant askedOn(DuePunch punch) {
    return punch.dueAt().plusSeconds(3600);
  }

  /** The morning-in punches of so many working days. */
  private static List<DuePunch> days(String first, int count) {
    return LocalDate.parse(first)
        .datesUntil(LocalDate.parse(first).plusDays(60))
        .flatMap(day -> DUE.of("p", day).stream().limit(1))
        .limit(count)
        .toList();
  }

  private static DuePunch firstOf(LocalDate day) {
    return DUE.of("p", day).get(0);
  }

  private static Instant at(String local) {
    return at(LocalDateTime.parse(local));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }

  private static PunchOutcome[] repeat(PunchOutcome outcome, int times) {
    return Collections.nCopies(times, outcome).toArray(PunchOutcome[]::new);
  }

  private static PunchOutcome[] prepend(PunchOutcome first, PunchOutcome[] rest) {
    List<PunchOutcome> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(rest));
    return all.toArray(PunchOutcome[]::new);
  }
}
