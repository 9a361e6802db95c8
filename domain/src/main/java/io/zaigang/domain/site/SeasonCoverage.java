package io.zaigang.domain.site;

import io.zaigang.domain.site.CalendarSettings.Season;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that every day of the year, 29 February included, is in exactly one season. */
final class SeasonCoverage {

  /** Any leap year: it has all the days there are. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2028, 1, 1);

  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

  private SeasonCoverage() {}

  /** One message for every stretch of days with no season or with several. */
  static List<String> check(List<Season> seasons) {
    List<String> messages = new ArrayList<>();
    LocalDate end = FIRST_DAY.plusYears(1);
    LocalDate from = FIRST_DAY;
    while (from.isBefore(end)) {
      List<String> names = namesOn(seasons, from);
      LocalDate to = from;
      while (to.plusDays(1).isBefore(end) && namesOn(seasons, to.plusDays(1)).equals(names)) {
        to = to.plusDays(1);
      }
      String days = MONTH_DAY.format(from) + " to " + MONTH_DAY.format(to);
      if (names.isEmpty()) {
        messages.add("no season covers " + days);
      } else if (names.size() > 1) {
        messages.add("seasons overlap from " + days + ": " + String.join(", ", names));
      }
      from = to.plusDays(1);
    }
    return messages;
  }

  private static List<String> namesOn(List<Season> seasons, LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return seasons.stream()
        .filter(season -> season.holds(day))
        .map(Season::name)
        .collect(Collectors.toList());
  }
}
