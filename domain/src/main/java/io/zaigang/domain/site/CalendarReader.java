package io.zaigang.domain.site;

import io.zaigang.domain.site.CalendarSettings.DateRange;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code calendar} of a site plan. */
final class CalendarReader {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final String END_OF_DAY = "24:00";

  private CalendarReader() {}

  static @Nullable CalendarSettings read(Field field) {
    MappingFields fields = field.mapping("workdays", "seasons", "holidays", "extraWorkdays");
    if (fields == null) {
      return null;
    }
    List<DayOfWeek> workdays = fields.required("workdays", CalendarReader::workdays);
    List<Season> seasons = fields.required("seasons", CalendarReader::seasons);
    List<DateRange> holidays =
        fields.optional("holidays", List.of(), f -> f.listOf(CalendarReader::dateRange));
    List<LocalDate> extra =
        fields.optional("extraWorkdays", List.of(), f -> extraWorkdays(f, holidays));
    if (workdays == null || seasons == null || holidays == null || extra == null) {
      return null;
    }
    return new CalendarSettings(Set.copyOf(workdays), seasons, holidays, Set.copyOf(extra));
  }

  private static @Nullable List<DayOfWeek> workdays(Field field) {
    List<DayOfWeek> days = field.listOf(CalendarReader::dayOfWeek);
    if (days == null) {
      return null;
    }
    if (days.isEmpty()) {
      return field.problem(PlanMistake.NO_DAY);
    }
    return new HashSet<>(days).size() == days.size() ? days : field.problem(PlanMistake.DAY_TWICE);
  }

  private static @Nullable DayOfWeek dayOfWeek(Field field) {
    String text = field.scalar();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(text)) {
        return day;
      }
    }
    return text == null ? null : field.problem(PlanMistake.WEEKDAY, text);
  }

  private static @Nullable List<Season> seasons(Field field) {
    List<Season> seasons = field.listOf(CalendarReader::season);
    if (seasons == null) {
      return null;
    }
    if (seasons.stream().map(Season::name).distinct().count() < seasons.size()) {
      field.problem(PlanMistake.SEASON_NAMES);
    }
    SeasonCoverage.check(seasons).forEach(found -> found.tell(field));
    return seasons;
  }

  private static @Nullable Season season(Field field) {
    MappingFields fields = field.mapping("name", "from", "to", "hours");
    if (fields == null) {
      return null;
    }
    String name = fields.required("name", Field::name);
    MonthDay from = fields.required("from", CalendarReader::monthDay);
    MonthDay to = fields.required("to", CalendarReader::monthDay);
    List<Hours> hours = fields.required("hours", CalendarReader::hoursOfDay);
    return name == null || from == null || to == null || hours == null
        ? null
        : new Season(name, from, to, hours);
  }

  private static @Nullable MonthDay monthDay(Field field) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      return field.problem(PlanMistake.MONTH_DAY, text);
    }
  }

  private static @Nullable List<Hours> hoursOfDay(Field field) {
    List<Hours> hours = field.listOf(CalendarReader::hours);
    if (hours == null) {
      return null;
    }
    if (hours.isEmpty()) {
      return field.problem(PlanMistake.NO_HOURS);
    }
    List<Hours> inOrder = hours.stream().sorted(Comparator.comparing(Hours::start)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      Hours before = inOrder.get(i - 1);
      Hours after = inOrder.get(i);
      if (before.end().equals(LocalTime.MIDNIGHT) || before.end().isAfter(after.start())) {
        field.problem(PlanMistake.HOURS_OVERLAP, text(before), text(after));
      }
    }
    return hours;
  }

  private static @Nullable Hours hours(Field field) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    String[] parts = text.split("-", -1);
    try {
      if (parts.length == 2) {
        LocalTime start = LocalTime.parse(parts[0], CLOCK);
        LocalTime end =
            parts[1].equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1], CLOCK);
        return parts[1].equals(END_OF_DAY) || end.isAfter(start)
            ? new Hours(start, end)
            : field.problem(PlanMistake.HOURS_ORDER, text);
      }
    } catch (DateTimeException e) {
      // told below, like a text without a dash
    }
    return field.problem(PlanMistake.NOT_HOURS, text);
  }

  static String text(Hours hours) {
    String end = hours.end().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : CLOCK.format(hours.end());
    return CLOCK.format(hours.start()) + "-" + end;
  }

  private static @Nullable DateRange dateRange(Field field) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    String[] parts = text.split("/", -1);
    try {
      if (parts.length <= 2) {
        LocalDate first = LocalDate.parse(parts[0]);
        LocalDate last = LocalDate.parse(parts[parts.length - 1]);
        return last.isBefore(first)
            ? field.problem(PlanMistake.DAYS_ORDER, text)
            : new DateRange(first, last);
      }
    } catch (DateTimeException e) {
      // told below, like a text with two slashes
    }
    return field.problem(PlanMistake.NOT_DAYS, text);
  }

  private static @Nullable List<LocalDate> extraWorkdays(
      Field field, @Nullable List<DateRange> holidays) {
    Set<LocalDate> before = new HashSet<>();
    return field.listOf(
        item -> extraWorkday(item, holidays == null ? List.of() : holidays, before));
  }

  private static @Nullable LocalDate extraWorkday(
      Field field, List<DateRange> holidays, Set<LocalDate> before) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException e) {
      return field.problem(PlanMistake.NOT_A_DAY, text);
    }
    if (!before.add(day)) {
      return field.problem(PlanMistake.WORKDAY_TWICE, text);
    }
    boolean holiday = holidays.stream().anyMatch(h -> h.holds(day));
    return holiday ? field.problem(PlanMistake.WORKDAY_IS_HOLIDAY, text) : day;
  }
}
