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

  /** A stretch of days with no season, or with several. */
  record Stretch(String from, String to, List<String> seasons) {

    void tell(Field field) {
      if (seasons.isEmpty()) {
        field.problem(PlanMistake.SEASON_GAP, from, to);
      } else {
        field.problem(PlanMistake.SEASONS_OVERLAP, from, to, String.join(", ", seasons));
      }
    }
  }

  /** Every stretch of days with no season or with several. */
  static List<Stretch> check(List<Season> seasons) {
    List<Stretch> found = new ArrayList<>();
    LocalDate end = FIRST_DAY.plusYears(1);
    LocalDate from = FIRST_DAY;
    while (from.isBefore(end)) {
      List<String> names = namesOn(seasons, from);
      LocalDate to = from;
      while (to.plusDays(1).isBefore(end) && namesOn(seasons, to.plusDays(1)).equals(names)) {
        to = to.plusDays(1);
      }
      if (names.size() != 1) {
        found.add(new Stretch(MONTH_DAY.format(from), MONTH_DAY.format(to), names));
      }
      from = to.plusDays(1);
    }
    return found;
  }

  private static List<String> namesOn(List<Season> seasons, LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return seasons.stream()
        .filter(season -> season.holds(day))
        .map(Season::name)
        .collect(Collectors.toList());
  }
}
