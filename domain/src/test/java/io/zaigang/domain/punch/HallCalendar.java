package io.zaigang.domain.punch;

import io.zaigang.domain.calendar.WorkingCalendar;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The hall's calendar as the tables of cases describe it. */
public final class HallCalendar {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public static final WorkingCalendar WORKING =
      new WorkingCalendar(
          new CalendarSettings(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              List.of(
                  season("夏令", "--05-01", "--09-30", "13:30", "17:00"),
                  season("冬令", "--10-01", "--04-30", "13:00", "16:30")),
              List.of(new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-07"))),
              Set.of(LocalDate.parse("2026-09-20"), LocalDate.parse("2026-10-10"))),
          ZONE);

  static final DuePunches DUE = new DuePunches(WORKING);

  private HallCalendar() {}

  public static Instant at(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }

  private static Season season(String name, String from, String to, String start, String end) {
    return new Season(
        name,
        MonthDay.parse(from),
        MonthDay.parse(to),
        List.of(
            new Hours(LocalTime.parse("08:30"), LocalTime.parse("12:00")),
            new Hours(LocalTime.parse(start), LocalTime.parse(end))));
  }
}
