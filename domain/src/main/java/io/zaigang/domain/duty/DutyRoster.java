package io.zaigang.domain.duty;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.duty.ExpectedPerson.Duty;
import io.zaigang.domain.duty.WindowDuty.Opening;
import io.zaigang.domain.site.WindowClosure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says who is expected at a window at a moment (AB岗, 导服台值班表), from what the hall wrote down. It
 * knows nothing of cameras.
 */
public final class DutyRoster {

  /** What the hall wrote down. */
  public record Entries(
      List<DutyAssignment> assignments,
      List<GuideDuty> guideDuties,
      List<Absence> absences,
      List<WindowClosure> closures) {

    public Entries {
      assignments = List.copyOf(assignments);
      guideDuties = List.copyOf(guideDuties);
      absences = List.copyOf(absences);
      closures = List.copyOf(closures);
    }
  }

  private static final Comparator<DutyAssignment> IN_ORDER =
      Comparator.comparing(DutyAssignment::role).thenComparing(DutyAssignment::personId);

  private final Entries entries;
  private final WorkingCalendar calendar;
  private final ZoneId zone;

  public DutyRoster(Entries entries, WorkingCalendar calendar, ZoneId zone) {
    this.entries = entries;
    this.calendar = calendar;
    this.zone = zone;
  }

  /** Who is expected at the window; the people are listed outside opening hours as well. */
  public WindowDuty at(String windowId, Instant at) {
    List<ExpectedPerson> people = new ArrayList<>(posted(windowId, at));
    people.addAll(guides(windowId, at));
    return new WindowDuty(windowId, opening(windowId, at), people);
  }

  /** Approved absences, asked for in time, of people of the window that meet {@code [from, to)}. */
  public List<Absence> absencesAt(String windowId, Instant from, Instant to) {
    Set<String> people = peopleOf(windowId, from);
    return entries.absences().stream()
        .filter(absence -> people.contains(absence.personId()) && absence.countsFor(from, to))
        .toList();
  }

  /** The window where the person has to work on a day, by the roster: A岗 before B岗. */
  public Optional<DutyAssignment> placeOf(String personId, LocalDate day) {
    return entries.assignments().stream()
        .filter(assignment -> assignment.personId().equals(personId) && assignment.holds(day))
        .min(IN_ORDER);
  }

  /** The guide-desk duty of a person on a day. */
  public Optional<GuideDuty> guideDutyOf(String personId, LocalDate day) {
    return entries.guideDuties().stream()
        .filter(duty -> duty.personId().equals(personId) && duty.date().equals(day))
        .findFirst();
  }

  private Set<String> peopleOf(String windowId, Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    Set<String> people = new LinkedHashSet<>();
    assignments(windowId, day).forEach(assignment -> people.add(assignment.personId()));
    entries.guideDuties().stream()
        .filter(duty -> duty.windowId().equals(windowId) && duty.date().equals(day))
        .forEach(duty -> people.add(duty.personId()));
    return people;
  }

  private Opening opening(String windowId, Instant at) {
    if (!calendar.isWorkingTime(at)) {
      return Opening.OUTSIDE_WORKING_TIME;
    }
    boolean closed =
        entries.closures().stream().anyMatch(c -> c.windowId().equals(windowId) && c.covers(at));
    return closed ? Opening.CLOSED : Opening.OPEN;
  }

  private Stream<DutyAssignment> assignments(String windowId, LocalDate day) {
    return entries.assignments().stream()
        .filter(assignment -> assignment.windowId().equals(windowId) && assignment.holds(day))
        .sorted(IN_ORDER);
  }

  private List<ExpectedPerson> posted(String windowId, Instant at) {
    List<DutyAssignment> here = assignments(windowId, at.atZone(zone).toLocalDate()).toList();
    boolean someAIsAway =
        here.stream()
            .anyMatch(a -> a.role() == PostRole.A && absenceOf(a.personId(), at).isPresent());
    return here.stream()
        .map(
            assignment -> {
              Duty duty =
                  assignment.role() == PostRole.A
                      ? Duty.ON_POST
                      : someAIsAway ? Duty.STANDING_IN : Duty.RESERVE;
              return person(assignment, duty, at);
            })
        .toList();
  }

  private ExpectedPerson person(DutyAssignment assignment, Duty whenHere, Instant at) {
    Optional<Absence> absence = absenceOf(assignment.personId(), at);
    return new ExpectedPerson(
        assignment.personId(),
        assignment.postId(),
        assignment.role(),
        absence.isPresent() ? Duty.ABSENT : whenHere,
        absence.map(Absence::id).orElse(null));
  }

  private List<ExpectedPerson> guides(String windowId, Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    int period = periodNumber(day, at);
    return entries.guideDuties().stream()
        .filter(duty -> duty.windowId().equals(windowId) && duty.date().equals(day))
        .filter(duty -> duty.shift().covers(period))
        .sorted(Comparator.comparing(GuideDuty::personId))
        .map(
            duty -> {
              Optional<Absence> absence = absenceOf(duty.personId(), at);
              return new ExpectedPerson(
                  duty.personId(),
                  null,
                  null,
                  absence.isPresent() ? Duty.ABSENT : Duty.ON_POST,
                  absence.map(Absence::id).orElse(null));
            })
        .toList();
  }

  /** The period that holds the instant, or else the one that comes next; 0 is the first. */
  private int periodNumber(LocalDate day, Instant at) {
    List<WorkingPeriod> periods = calendar.periodsOf(day);
    int number = 0;
    while (number < periods.size() - 1 && !at.isBefore(periods.get(number).end())) {
      number++;
    }
    return number;
  }

  private Optional<Absence> absenceOf(String personId, Instant at) {
    return entries.absences().stream()
        .filter(a -> a.personId().equals(personId) && a.covers(at))
        .filter(a -> !a.requestedAt().isAfter(at))
        .findFirst();
  }
}
