package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.DutyRoster;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What other features ask about people: who there is, who is expected, who is away. */
@Component
public class DutyReader {

  private final StaffStore staff;
  private final DutyStore duties;
  private final AbsenceStore absences;
  private final ClosureStore closures;
  private final SitePlans plans;

  DutyReader(
      StaffStore staff,
      DutyStore duties,
      AbsenceStore absences,
      ClosureStore closures,
      SitePlans plans) {
    this.staff = staff;
    this.duties = duties;
    this.absences = absences;
    this.closures = closures;
    this.plans = plans;
  }

  /** Everybody there ever was, by id; see {@link Staff#worksOn}. */
  public List<Staff> staff() {
    return staff.all();
  }

  /** The roster for moments of these days, both included. */
  public DutyRoster roster(LocalDate from, LocalDate to) {
    Instant begin = from.atStartOfDay(zone()).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(zone()).toInstant();
    return new DutyRoster(
        new DutyRoster.Entries(
            duties.assignments(from, to),
            duties.guideDuties(from, to),
            absences(begin, end),
            closures(begin, end)),
        calendar(),
        zone());
  }

  /** Absences, whatever their state, that meet {@code [from, to)}, by begin. */
  public List<Absence> absences(Instant from, Instant to) {
    return absences.meeting(from, to).stream().map(StoredAbsence::absence).toList();
  }

  /** Closures that meet {@code [from, to)}, by begin. */
  public List<WindowClosure> closures(Instant from, Instant to) {
    return closures.meeting(from, to).stream().map(StoredClosure::closure).toList();
  }

  /** The hall's working time. */
  public WorkingCalendar calendar() {
    SitePlan plan = plans.current().plan();
    return new WorkingCalendar(plan.calendar(), plan.hall().timeZone());
  }

  /** The hall's time zone. */
  public ZoneId zone() {
    return plans.current().plan().hall().timeZone();
  }
}
