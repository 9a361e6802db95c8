package io.zaigang.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Days made up in 2026, as published for the year. */
  private static final Set<LocalDate> MADE_UP_2026 =
      Set.of(
          LocalDate.of(2026, 1, 4),
          LocalDate.of(2026, 2, 14),
          LocalDate.of(2026, 2, 28),
          LocalDate.of(2026, 5, 9),
          LocalDate.of(2026, 9, 20),
          LocalDate.of(2026, 10, 10));

  private final WorkingCalendar hall = new WorkingCalendar(settings(), SHANGHAI);

  private static CalendarSettings settings() {
    return new CalendarSettings(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        List.of(
            new Season(
                "夏令",
                MonthDay.of(5, 1),
                MonthDay.of(9, 30),
                List.of(hours("08:30", "12:00"), hours("13:30", "17:00"))),
            new Season(
                "冬令",
                MonthDay.of(10, 1),
                MonthDay.of(4, 30),
                List.of(hours("08:30", "12:00"), hours("13:00", "16:30")))),
        List.of(
            new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3)),
            new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7))),
        MADE_UP_2026);
  }

  private static Hours hours(String start, String end) {
    return new Hours(LocalTime.parse(start), LocalTime.parse(end));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:29:59.999, false",
    "2026-03-02T08:30:00, true",
    "2026-03-02T11:59:59.999, true",
    "2026-03-02T12:00:00, false",
    "2026-03-02T13:00:00, true",
    "2026-03-02T16:29:59, true",
    "2026-03-02T16:30:00, false",
    "2026-03-01T09:00:00, false",
    "2026-04-30T16:45:00, false",
    "2026-04-30T13:15:00, true",
    "2026-05-01T13:15:00, false",
    "2026-05-01T16:45:00, true",
    "2026-09-30T16:45:00, true",
    "2026-12-31T13:15:00, true",
    "2027-01-01T13:15:00, true",
  })
  void worksInTheHoursOfTheSeasonOnWorkdays(String local, boolean works) {
    assertThat(hall.isWorkingTime(at(local))).isEqualTo(works);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01", "2026-01-02", "2026-10-01", "2026-10-07"})
  void isClosedOnHolidays(String day) {
    assertThat(hall.periodsOf(LocalDate.parse(day))).isEmpty();
  }

  @Test
  void isOpenOnTheMadeUpDaysOf2026ThoughTheyAreWeekends() {
    for (LocalDate day : MADE_UP_2026) {
      assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      assertThat(hall.periodsOf(day)).hasSize(2);
    }
  }

  @Test
  void givesThePeriodWithItsSeason() {
    assertThat(hall.periodAt(at("2026-10-10T13:10:00")))
        .contains(new WorkingPeriod(at("2026-10-10T13:00:00"), at("2026-10-10T16:30:00"), "冬令"));
    assertThat(hall.periodAt(at("2026-06-01T13:10:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T00:00:00, 2026-03-02T08:30:00",
    "2026-03-02T08:30:00, 2026-03-02T12:00:00",
    "2026-03-02T12:00:00, 2026-03-02T13:00:00",
    "2026-03-06T16:30:00, 2026-03-09T08:30:00",
    "2026-09-30T17:00:00, 2026-10-08T08:30:00",
    "2026-12-31T16:30:00, 2027-01-01T08:30:00",
  })
  void findsTheNextChange(String from, String change) {
    assertThat(hall.nextChangeAfter(at(from))).contains(at(change));
  }

  @Test
  void knowsNoNextChangeWhenTheHallNeverOpens() {
    CalendarSettings closed =
        new CalendarSettings(Set.of(), settings().seasons(), List.of(), Set.of());

    assertThat(new WorkingCalendar(closed, SHANGHAI).nextChangeAfter(at("2026-03-02T00:00:00")))
        .isEmpty();
  }

  @Test
  void worksRoundTheClockUpToMidnight() {
    Season season =
        new Season("全年", MonthDay.of(1, 1), MonthDay.of(12, 31), List.of(hours("00:00", "00:00")));
    WorkingCalendar always =
        new WorkingCalendar(
            new CalendarSettings(
                EnumSet.allOf(DayOfWeek.class), List.of(season), List.of(), Set.of()),
            SHANGHAI);

    assertThat(always.periodAt(at("2026-03-02T23:59:59.999")))
        .contains(new WorkingPeriod(at("2026-03-02T00:00:00"), at("2026-03-03T00:00:00"), "全年"));
    assertThat(always.isWorkingTime(at("2026-03-03T00:00:00"))).isTrue();
    assertThat(always.nextChangeAfter(at("2026-03-02T10:00:00")))
        .contains(at("2026-03-03T00:00:00"));
  }
}
