package io.zaigang.domain.spotcheck;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthlyDrawTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          new CalendarSettings(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              List.of(
                  new Season(
                      "全年",
                      MonthDay.of(1, 1),
                      MonthDay.of(12, 31),
                      List.of(
                          new Hours(LocalTime.of(8, 30), LocalTime.NOON),
                          new Hours(LocalTime.of(13, 0), LocalTime.of(16, 30))))),
              List.of(),
              Set.of()),
          ZONE);
  private static final MonthlyDraw DRAW = new MonthlyDraw(CALENDAR, 4, Duration.ofMinutes(2));
  private static final List<String> WINDOWS =
      IntStream.rangeClosed(1, 60).mapToObj(i -> "w%02d".formatted(i)).toList();

  @Test
  void givesEveryWindowAsManyTurnsSpreadOverTheMonth() {
    List<Drawn> drawn = DRAW.draw(MARCH, 42, WINDOWS);

    assertThat(drawn.stream().collect(groupingBy(Drawn::windowId, counting())).values())
        .hasSize(60)
        .containsOnly(4L);
    // 22 working days in four parts: turn 1 by the 9th, turn 4 from the 24th
    assertThat(drawn).filteredOn(d -> d.turn() == 1).allMatch(d -> day(d) <= 9);
    assertThat(drawn).filteredOn(d -> d.turn() == 4).allMatch(d -> day(d) >= 24);
  }

  @Test
  void drawsMorningsAndAfternoonsAboutEquallyAndOnlyWorkingTime() {
    List<Drawn> drawn = DRAW.draw(MARCH, 42, WINDOWS);

    assertThat(drawn)
        .allSatisfy(
            d -> {
              WorkingPeriod period = CALENDAR.periodAt(d.at()).orElseThrow();
              assertThat(d.at().plus(DRAW.length())).isBeforeOrEqualTo(period.end());
            });
    long mornings = drawn.stream().filter(d -> d.at().atZone(ZONE).getHour() < 12).count();
    assertThat(mornings).as("of 240, both halves are as long").isBetween(90L, 150L);
  }

  @Test
  void drawsTheSameAgainFromTheSameSeedAndOthersFromAnother() {
    assertThat(DRAW.draw(MARCH, 42, WINDOWS)).isEqualTo(DRAW.draw(MARCH, 42, WINDOWS));
    assertThat(DRAW.draw(MARCH, 43, WINDOWS)).isNotEqualTo(DRAW.draw(MARCH, 42, WINDOWS));
  }

  @Test
  void movesNoOtherWindowWhenOneIsAdded() {
    assertThat(DRAW.draw(MARCH, 42, WINDOWS))
        .containsAll(DRAW.draw(MARCH, 42, WINDOWS.subList(0, 7)));
  }

  private static int day(Drawn drawn) {
    return drawn.at().atZone(ZONE).getDayOfMonth();
  }
}
