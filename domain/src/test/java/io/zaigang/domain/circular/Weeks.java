package io.zaigang.domain.circular;

import io.zaigang.domain.vacancy.VacancyCause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weeks for tests: a hall of two units and three windows; times are the hall's. */
final class Weeks {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** 2026-03-02, a Monday. */
  static final CircularWeek WEEK = CircularWeek.holding(LocalDate.parse("2026-03-02"));

  static final List<CircularWindow> WINDOWS =
      List.of(
          window("w03", "3号窗口", "县自然资源和规划局"),
          window("w04", "4号窗口", "县人社局"),
          window("w05", "5号窗口", "县人社局"));

  private Weeks() {}

  private static CircularWindow window(String id, String name, String unit) {
    return new CircularWindow(id, name, unit, new WindowTime(126_000, 120_000, 1_200, 1_800));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  static Offence vacancy(String window, String from, int minutes) {
    return offence(OffenceKind.VACANCY, window, null, from, minutes);
  }

  static Offence phone(String window, String from) {
    return offence(OffenceKind.PHONE_USE, window, null, from, 3);
  }

  static Offence missedPunch(String window, Person person, String countedAt) {
    return offence(OffenceKind.MISSED_PUNCH, window, person, countedAt, 0);
  }

  static Offence offence(
      OffenceKind kind,
      @Nullable String window,
      @Nullable Person person,
      String from,
      int minutes) {
    Instant start = at(from);
    return new Offence(
        kind + "/" + window + "/" + (person == null ? "" : person.id()) + "/" + from,
        kind,
        window,
        null,
        person == null ? List.of() : List.of(person),
        start,
        start.plusSeconds(60L * minutes),
        start,
        0,
        kind == OffenceKind.VACANCY ? VacancyCause.LEFT_POST : null,
        Evidence.without(List.of("cam-01"), ""));
  }

  static CircularInputs week(CircularWeek week, List<Offence> offences, Offence... earlier) {
    return new CircularInputs(
        week,
        ZONE,
        EscalationPolicy.DEFAULT,
        WINDOWS,
        offences,
        List.of(earlier).stream().map(Offence::asEarlier).toList(),
        List.of());
  }

  static CircularFigures count(List<Offence> offences, Offence... earlier) {
    return CircularCounting.count(week(WEEK, offences, earlier));
  }
}
