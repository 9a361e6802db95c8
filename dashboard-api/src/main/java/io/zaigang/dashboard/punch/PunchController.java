package io.zaigang.dashboard.punch;

import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 考勤: everybody's months, and what has become a violation. */
@RestController
class PunchController {

  private static final int LONGEST_DAYS = 366;

  private final PunchSheets sheets;
  private final DutyReader duty;
  private final HallTimes times;
  private final Clock clock;

  PunchController(PunchSheets sheets, DutyReader duty, HallTimes times, Clock clock) {
    this.sheets = sheets;
    this.duty = duty;
    this.times = times;
    this.clock = clock;
  }

  /**
   * One person's month in numbers.
   *
   * @param counts due punches by what became of them
   * @param violations 未按要求打卡
   */
  record PersonMonth(
      String staffId,
      String name,
      String unit,
      int due,
      int violations,
      Map<PunchOutcome, Integer> counts) {}

  /**
   * 未按要求打卡.
   *
   * @param since when it became one
   */
  record MissedView(
      String staffId,
      String name,
      String unit,
      @Nullable String windowId,
      LocalDate date,
      OffsetDateTime dueAt,
      String direction,
      PunchOutcome outcome,
      OffsetDateTime since,
      String paragraph) {}

  /** Everybody's month in numbers, by person. */
  @GetMapping("/api/punches/months")
  List<PersonMonth> months(@RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month) {
    Map<String, List<PunchResult>> byPerson =
        sheets.results(month.atDay(1), month.atEndOfMonth(), clock.instant()).stream()
            .collect(Collectors.groupingBy(result -> result.due().personId()));
    return duty.staff().stream()
        .map(person -> personMonth(person, byPerson.getOrDefault(person.id(), List.of())))
        .filter(person -> person.due() > 0)
        .toList();
  }

  private static PersonMonth personMonth(Staff person, List<PunchResult> results) {
    Map<PunchOutcome, Integer> counts = new EnumMap<>(PunchOutcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    int violations =
        (int) results.stream().filter(result -> result.outcome().isMissedPunch()).count();
    return new PersonMonth(
        person.id(), person.name(), person.unit(), results.size(), violations, counts);
  }

  /** One person's month, punch by punch. */
  @GetMapping("/api/punches")
  List<PunchView> punches(
      @RequestParam @Size(max = 100) String staffId,
      @RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month) {
    MakeUpRules rules = sheets.rules();
    return sheets.results(month.atDay(1), month.atEndOfMonth(), clock.instant()).stream()
        .filter(result -> result.due().personId().equals(staffId))
        .map(result -> PunchView.of(result, rules, times))
        .toList();
  }

  /** 未按要求打卡 of punches due on these days, both included. */
  @GetMapping("/api/punches/missed")
  List<MissedView> missed(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
      throw new BadRequest("'to' must be 'from' or later, by " + LONGEST_DAYS + " days at most");
    }
    return sheets.missed(from, to, clock.instant()).stream().map(this::view).toList();
  }

  private MissedView view(MissedPunch missed) {
    return new MissedView(
        missed.staffId(),
        missed.name(),
        missed.unit(),
        missed.windowId(),
        missed.date(),
        times.at(missed.dueAt()),
        missed.direction().name(),
        missed.outcome(),
        times.at(missed.since()),
        missed.paragraph());
  }
}
