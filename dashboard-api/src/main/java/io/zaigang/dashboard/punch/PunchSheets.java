package io.zaigang.dashboard.punch;

import static java.util.stream.Collectors.groupingBy;

import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.punch.MakeUpRequests.Row;
import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.DutyAssignment;
import io.zaigang.domain.duty.DutyRoster;
import io.zaigang.domain.duty.GuideDuty;
import io.zaigang.domain.punch.ApprovedAbsence;
import io.zaigang.domain.punch.DuePunch;
import io.zaigang.domain.punch.DuePunches;
import io.zaigang.domain.punch.MakeUpRequest;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PersonMonths;
import io.zaigang.domain.punch.Punch;
import io.zaigang.domain.punch.PunchBook;
import io.zaigang.domain.punch.PunchResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 考勤: what became of everybody's due punches, worked out from what is on record. Nothing of it is
 * stored, so that a punch imported later, a leave or a decision corrects it by itself.
 */
@Component
public class PunchSheets {

  private final DutyReader duty;
  private final PunchStore punches;
  private final MakeUpRequests requests;
  private final PunchSettings settings;

  PunchSheets(
      DutyReader duty, PunchStore punches, MakeUpRequests requests, PunchSettings settings) {
    this.duty = duty;
    this.punches = punches;
    this.requests = requests;
    this.settings = settings;
  }

  /** The make-up rules of this hall. */
  public MakeUpRules rules() {
    return new MakeUpRules(settings.quota(), settings.deadline(), duty.zone());
  }

  /**
   * Results of everybody's punches due on these days, both included.
   *
   * @param asOf what was asked or decided later, and what is due later, does not count
   */
  public List<PunchResult> results(LocalDate from, LocalDate to, Instant asOf) {
    return new PunchBook(rules())
        .results(months(YearMonth.from(from), YearMonth.from(to), asOf), asOf).stream()
            .filter(r -> !r.due().date().isBefore(from) && !r.due().date().isAfter(to))
            .toList();
  }

  /** 未按要求打卡 of punches due on these days, both included; see {@link #results}. */
  public List<MissedPunch> missed(LocalDate from, LocalDate to, Instant asOf) {
    Map<String, Staff> people = new HashMap<>();
    duty.staff().forEach(person -> people.put(person.id(), person));
    DutyRoster roster = duty.roster(from, to);
    MakeUpRules rules = rules();
    return results(from, to, asOf).stream()
        .filter(result -> result.outcome().isMissedPunch())
        .map(result -> missed(result, people, roster, rules))
        .toList();
  }

  private static MissedPunch missed(
      PunchResult result, Map<String, Staff> people, DutyRoster roster, MakeUpRules rules) {
    DuePunch due = result.due();
    Staff person = people.get(due.personId());
    if (person == null) {
      throw new IllegalStateException("Nobody is " + due.personId());
    }
    return new MissedPunch(
        person.id(),
        person.name(),
        person.unit(),
        windowOf(roster, due),
        due.date(),
        due.dueAt(),
        due.direction(),
        result.outcome(),
        result.missedSince(rules).orElseThrow(),
        result.outcome().paragraph());
  }

  /** Where the person has to be that day by the roster: the guide desk before the own window. */
  static @Nullable String windowOf(DutyRoster roster, DuePunch due) {
    return roster
        .guideDutyOf(due.personId(), due.date())
        .map(GuideDuty::windowId)
        .or(() -> roster.placeOf(due.personId(), due.date()).map(DutyAssignment::windowId))
        .orElse(null);
  }

  private List<PersonMonths> months(YearMonth first, YearMonth last, Instant asOf) {
    LocalDate from = first.atDay(1);
    LocalDate to = last.atEndOfMonth();
    Instant begin = from.atStartOfDay(duty.zone()).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(duty.zone()).toInstant();
    Map<String, List<Punch>> made =
        punches.between(begin, end).stream().collect(groupingBy(Punch::personId));
    Map<String, List<Row>> asked =
        requests.forPunchesDue(begin, end, asOf).stream().collect(groupingBy(Row::staffId));
    Map<String, List<Absence>> away =
        duty.absences(begin, end).stream()
            .filter(Absence::isApproved)
            .collect(groupingBy(Absence::personId));
    WorkingCalendar calendar = duty.calendar();
    return duty.staff().stream()
        .map(
            person -> {
              List<DuePunch> due = due(person, from, to, calendar);
              return new PersonMonths(
                  person.id(),
                  due,
                  made.getOrDefault(person.id(), List.of()),
                  requests(due, asked.getOrDefault(person.id(), List.of())),
                  absences(away.getOrDefault(person.id(), List.of())));
            })
        .toList();
  }

  private static List<DuePunch> due(
      Staff person, LocalDate from, LocalDate to, WorkingCalendar calendar) {
    DuePunches duePunches = new DuePunches(calendar);
    return from.datesUntil(to.plusDays(1))
        .filter(person::worksOn)
        .flatMap(day -> duePunches.of(person.id(), day).stream())
        .toList();
  }

  /** Requests for punches that the calendar no longer asks for are left out. */
  private static List<MakeUpRequest> requests(List<DuePunch> due, List<Row> rows) {
    return rows.stream()
        .flatMap(
            row ->
                due.stream()
                    .filter(
                        punch ->
                            punch.dueAt().equals(row.dueAt())
                                && punch.direction() == row.direction())
                    .map(
                        punch ->
                            new MakeUpRequest(
                                row.id(),
                                punch,
                                row.requestedAt(),
                                row.verdict(),
                                row.decidedAt())))
        .toList();
  }

  private static List<ApprovedAbsence> absences(List<Absence> absences) {
    return absences.stream()
        .map(a -> new ApprovedAbsence(a.personId(), a.requestedAt(), a.from(), a.to()))
        .toList();
  }

  /** The result of one person's punch due at an instant, if the calendar asks for one. */
  public Optional<PunchResult> resultOf(String staffId, Instant dueAt, Instant asOf) {
    LocalDate day = dueAt.atZone(duty.zone()).toLocalDate();
    return results(day, day, asOf).stream()
        .filter(r -> r.due().personId().equals(staffId) && r.due().dueAt().equals(dueAt))
        .findFirst();
  }
}
