package io.zaigang.domain.circular;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Over which time offences of the same window or person are counted together. */
public enum EscalationSpan {
  /** 自然年: from 1 January; the default. */
  CALENDAR_YEAR,
  /** 半年: from 1 January or 1 July. */
  HALF_YEAR,
  /** 季度: from the first day of the quarter. */
  QUARTER,
  /** 近十二个月: the twelve months before, to the day. */
  ROLLING_YEAR;

  /** First instant that is counted together with {@code at}. */
  public Instant startFor(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate first =
        switch (this) {
          case CALENDAR_YEAR -> day.withDayOfYear(1);
          case HALF_YEAR -> firstOfMonths(day, 6);
          case QUARTER -> firstOfMonths(day, 3);
          case ROLLING_YEAR -> day.minusYears(1);
        };
    return first.atStartOfDay(zone).toInstant();
  }

  private static LocalDate firstOfMonths(LocalDate day, int months) {
    int month = (day.getMonthValue() - 1) / months * months + 1;
    return LocalDate.of(day.getYear(), month, 1);
  }
}
