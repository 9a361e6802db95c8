package io.zaigang.dashboard.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times that were typed as text: year first ({@code 2026-03-02}, {@code 2026/3/2}, {@code
 * 2026.3.2}, {@code 2026年3月2日}), because {@code 3/2/2026} means different days to different people.
 */
final class SheetTimes {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?");

  private SheetTimes() {}

  static Optional<LocalDate> date(String text) {
    Matcher match = DATE.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(match, 1), number(match, 3), number(match, 4)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static Optional<LocalDateTime> dateTime(String text) {
    String[] parts = text.strip().split("[\\sT]+");
    return parts.length != 2
        ? Optional.empty()
        : date(parts[0]).flatMap(day -> time(parts[1]).map(day::atTime));
  }

  private static Optional<LocalTime> time(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      int second = match.group(3) == null ? 0 : number(match, 3);
      return Optional.of(LocalTime.of(number(match, 1), number(match, 2), second));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
