package io.zaigang.domain.calendar;

import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when the hall works: weekdays, seasons with their hours, holidays, 调休 working days.
 *
 * <p>Periods belong to the day they start on, in the hall's time zone, and include their first
 * instant but not their last. An extra working day counts even on a weekend or in a holiday, with
 * the hours of its season.
 */
public final class WorkingCalendar {

  /** Longest stretch without a working period that is searched for the next one. */
  private static final int SEARCH_DAYS = 400;

  private final CalendarSettings settings;
  private final ZoneId zone;
  private final List<WindowClosure> closures;

  /** The stretch asked for last: rules ask for the same one thousands of times on end. */
  private volatile Stretch last = new Stretch(Instant.MIN, Instant.MIN, null);

  /** When the hall works. */
  public WorkingCalendar(CalendarSettings settings, ZoneId zone) {
    this(settings, zone, List.of());
  }

  private WorkingCalendar(CalendarSettings settings, ZoneId zone, List<WindowClosure> closures) {
    this.settings = settings;
    this.zone = zone;
    this.closures = closures;
  }

  /** When one window works: as the hall does, except while it is closed with leave. */
  public static WorkingCalendar of(SitePlan plan, ServiceWindow window) {
    return new WorkingCalendar(
        plan.calendar(),
        plan.hall().timeZone(),
        plan.closures().stream().filter(c -> c.windowId().equals(window.id())).toList());
  }

  public boolean isWorkingTime(Instant at) {
    return periodAt(at).isPresent();
  }

  /** The working period that holds the instant. */
  public Optional<WorkingPeriod> periodAt(Instant at) {
    return Optional.ofNullable(stretchAt(at).period());
  }

  /**
   * The next instant after the given one at which a working period starts or ends; empty when none
   * does within 400 days.
   */
  public Optional<Instant> nextChangeAfter(Instant at) {
    Instant until = stretchAt(at).until();
    return until.equals(Instant.MAX) ? Optional.empty() : Optional.of(until);
  }

  private Stretch stretchAt(Instant at) {
    Stretch stretch = last;
    if (!stretch.holds(at)) {
      stretch = findStretch(at);
      last = stretch;
    }
    return stretch;
  }

  private Stretch findStretch(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    for (int i = 0; i <= SEARCH_DAYS; i++) {
      for (WorkingPeriod period : periodsOf(day.plusDays(i))) {
        if (period.start().isAfter(at)) {
          return new Stretch(at, period.start(), null);
        }
        if (period.end().isAfter(at)) {
          return new Stretch(period.start(), period.end(), period);
        }
      }
    }
    return new Stretch(at, Instant.MAX, null);
  }

  /** The working periods of one day, in order; none when the hall is closed. */
  public List<WorkingPeriod> periodsOf(LocalDate day) {
    if (!isWorkday(day)) {
      return List.of();
    }
    return settings.seasons().stream()
        .filter(season -> season.holds(MonthDay.from(day)))
        .flatMap(season -> season.hours().stream().map(hours -> period(day, hours, season.name())))
        .flatMap(period -> open(period).stream())
        .sorted(Comparator.comparing(WorkingPeriod::start))
        .toList();
  }

  /** What closures leave of a period: it may be cut short, or in two. */
  private List<WorkingPeriod> open(WorkingPeriod period) {
    List<WorkingPeriod> open = List.of(period);
    for (WindowClosure closure : closures) {
      open = open.stream().flatMap(part -> part.without(closure.from(), closure.to())).toList();
    }
    return open;
  }

  private boolean isWorkday(LocalDate day) {
    if (settings.extraWorkdays().contains(day)) {
      return true;
    }
    return settings.workdays().contains(day.getDayOfWeek())
        && settings.holidays().stream().noneMatch(range -> range.holds(day));
  }

  private WorkingPeriod period(LocalDate day, Hours hours, String season) {
    LocalDate lastDay = hours.end().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
    return new WorkingPeriod(
        day.atTime(hours.start()).atZone(zone).toInstant(),
        lastDay.atTime(hours.end()).atZone(zone).toInstant(),
        season);
  }

  /**
   * Time without a change.
   *
   * @param period null outside working time
   */
  private record Stretch(Instant from, Instant until, @Nullable WorkingPeriod period) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }
}
