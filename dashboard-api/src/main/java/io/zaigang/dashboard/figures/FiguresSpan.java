package io.zaigang.dashboard.figures;

import io.zaigang.dashboard.web.BadRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which days and windows figures are wanted of.
 *
 * @param to last day, included
 * @param windowIds empty for all
 */
record FiguresSpan(LocalDate from, LocalDate to, List<String> windowIds) {

  private static final int MOST_DAYS = 400;

  FiguresSpan {
    windowIds = List.copyOf(windowIds);
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new BadRequest(
          "'to' must not be before 'from', and a span has " + MOST_DAYS + " days at most");
    }
  }
}
