package io.zaigang.dashboard.circular.paper;

import io.zaigang.domain.circular.ChineseDate;
import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.CircularFigures.Ordinal;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWindow;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.Tally;
import io.zaigang.domain.vacancy.VacancyCause;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures and times as the hall's papers write them. */
final class Words {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int BASIS_POINTS_OF_A_PERCENT = 100;
  private static final int SHOWN_OF_ID = 8;

  private Words() {}

  /** {@code 98.25%}; a dash where nothing was seen. */
  static String percent(@Nullable Integer basisPoints) {
    if (basisPoints == null) {
      return "—";
    }
    int whole = basisPoints / BASIS_POINTS_OF_A_PERCENT;
    int part = basisPoints % BASIS_POINTS_OF_A_PERCENT;
    return whole == BASIS_POINTS_OF_A_PERCENT ? "100%" : "%d.%02d%%".formatted(whole, part);
  }

  /** {@code 3小时05分}, {@code 42分}. */
  static String hoursAndMinutes(long seconds) {
    long minutes = seconds / 60;
    return minutes < 60 ? minutes + "分" : "%d小时%02d分".formatted(minutes / 60, minutes % 60);
  }

  /** {@code 3月2日 09:05}. */
  static String dayAndClock(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return ChineseDate.monthAndDay(local.toLocalDate()) + " " + CLOCK.format(local);
  }

  /** {@code 09:05–09:17}. */
  static String clocks(Offence offence, ZoneId zone) {
    String from = CLOCK.format(offence.from().atZone(zone));
    return offence.from().equals(offence.to())
        ? from
        : from + "–" + CLOCK.format(offence.to().atZone(zone));
  }

  /** In the hall's words. */
  static String cause(VacancyCause cause) {
    return switch (cause) {
      case NO_COVER -> "顶岗人员未到岗";
      case LEFT_POST -> "擅自离岗";
      case NOT_OPENED -> "未按时到岗";
      case LEFT_EARLY -> "提前离岗";
    };
  }

  /** How often which cause was found, in the regulation's order: {@code 擅自离岗2次、提前离岗1次}. */
  static String causes(Tally tally) {
    return tally.vacancyCauses().entrySet().stream()
        .map(entry -> cause(entry.getKey()) + entry.getValue() + "次")
        .collect(Collectors.joining("、"));
  }

  /** The window's name, and people's where the roster knows them. */
  static String whoAndWhere(Offence offence, CircularInputs inputs) {
    CircularWindow window =
        offence.windowId() == null ? null : inputs.windowsById().get(offence.windowId());
    String place = window != null ? window.name() : offence.windowId();
    String names = offence.names();
    if (place == null) {
      return names == null ? "柜台区域" : names;
    }
    return names == null ? place : place + "（" + names + "）";
  }

  /** What there is to say beside the kind. */
  static String remark(Offence offence) {
    return offence.cause() != null ? cause(offence.cause()) : offence.evidence().basis();
  }

  /** {@code 第一次}; where window and people differ, each by itself. */
  static String ordinals(CountedOffence offence) {
    if (offence.ordinals().isEmpty()) {
      return "—";
    }
    return offence.ordinals().stream()
        .map(Ordinal::number)
        .distinct()
        .map(Words::ordinal)
        .collect(Collectors.joining("、"));
  }

  static String ordinal(int number) {
    return "第" + ChineseDate.upToNinetyNine(number) + "次";
  }

  /** By which the register and the dashboard find it. */
  static String shortId(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length > 2) {
      return (parts[0].equals("punch") ? "考勤 " : "抽查 ") + parts[1];
    }
    return id.length() <= SHOWN_OF_ID ? id : id.substring(0, SHOWN_OF_ID);
  }
}
