package io.zaigang.domain.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** When the hall works: weekdays, seasons with their hours, holidays and 调休 working days. */
public record CalendarSettings(
    Set<DayOfWeek> workdays,
    List<Season> seasons,
    List<DateRange> holidays,
    Set<LocalDate> extraWorkdays) {

  public CalendarSettings {
    workdays = Set.copyOf(workdays);
    seasons = List.copyOf(seasons);
    holidays = List.copyOf(holidays);
    extraWorkdays = Set.copyOf(extraWorkdays);
  }

  /** 夏令 or 冬令: from and to are days of every year, both included; it may span New Year. */
  public record Season(String name, MonthDay from, MonthDay to, List<Hours> hours) {
    public Season {
      hours = List.copyOf(hours);
    }

    /** Whether the day of the year lies in this season. */
    public boolean holds(MonthDay day) {
      boolean afterFrom = !day.isBefore(from);
      boolean beforeTo = !day.isAfter(to);
      boolean spansNewYear = from.isAfter(to);
      return spansNewYear ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
  }

  /**
   * One working period of a day.
   *
   * @param end {@link LocalTime#MIDNIGHT} means the end of the day (24:00)
   */
  public record Hours(LocalTime start, LocalTime end) {}

  /** Days from first to last, both included. */
  public record DateRange(LocalDate first, LocalDate last) {

    public boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }
}
