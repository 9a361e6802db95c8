package io.zaigang.domain.punch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of cases.md, the table that people of the hall check against the regulation. */
class PunchCasesTest {

  private static final MakeUpRules RULES =
      new MakeUpRules(MakeUpRules.DEFAULT_QUOTA, MakeUpDeadline.END_OF_MONDAY, HallCalendar.ZONE);

  static Stream<Map<String, String>> cases() throws IOException {
    return CaseTable.read(PunchCasesTest.class, "cases.md").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decidesAsTheTableSays(Map<String, String> row) {
    String[] wanted = row.get("应打卡").split(" ");
    DuePunch due = due(CaseTable.time(wanted[0] + " " + wanted[1]), wanted[2]);

    List<DuePunch> month = month(YearMonth.from(due.date()));
    List<MakeUpRequest> requests = earlierRequests(row.get("已补卡"), due);
    if (!row.get("申请补卡").isEmpty()) {
      requests.add(new MakeUpRequest("this", due, at(row.get("申请补卡")), verdict(row.get("审批"))));
    }
    PersonMonths person =
        new PersonMonths("p", month, punches(row.get("打卡")), requests, absences(row.get("请假")));

    List<PunchResult> results =
        new PunchBook(RULES)
            .results(List.of(person, aColleagueWhoAlwaysPunches(month)), at(row.get("查看时刻")));

    assertThat(results)
        .filteredOn(result -> result.due().equals(due))
        .extracting(PunchResult::outcome)
        .containsExactly(PunchOutcome.valueOf(row.get("结果")));
  }

  private static List<DuePunch> month(YearMonth month) {
    return month
        .atDay(1)
        .datesUntil(month.plusMonths(1).atDay(1))
        .flatMap(day -> HallCalendar.DUE.of("p", day).stream())
        .toList();
  }

  private static DuePunch due(LocalDateTime at, String direction) {
    return HallCalendar.DUE.of("p", at.toLocalDate()).stream()
        .filter(punch -> punch.dueAt().equals(HallCalendar.at(at)))
        .filter(punch -> (punch.direction() == PunchDirection.IN) == direction.equals("上班"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The calendar asks for no punch at " + at));
  }

  /** Approved requests for the month's first punches, all asked for before this one. */
  private static List<MakeUpRequest> earlierRequests(String cell, DuePunch but) {
    List<MakeUpRequest> requests = new ArrayList<>();
    if (cell.isEmpty()) {
      return requests;
    }
    String[] parts = cell.split(" ");
    month(YearMonth.parse(parts[0])).stream()
        .filter(punch -> !punch.equals(but))
        .limit(Integer.parseInt(parts[1]))
        .forEach(
            punch ->
                requests.add(
                    new MakeUpRequest(
                        "earlier " + punch.dueAt(),
                        punch,
                        punch.dueAt().plusSeconds(60),
                        Verdict.APPROVED)));
    return requests;
  }

  private static Verdict verdict(String cell) {
    return switch (cell) {
      case "" -> Verdict.PENDING;
      case "同意" -> Verdict.APPROVED;
      case "不同意" -> Verdict.REJECTED;
      default -> throw new AssertionError("审批 is 同意, 不同意 or empty, not " + cell);
    };
  }

  private static List<Punch> punches(String cell) {
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split("、")).map(text -> new Punch("p", at(text), null)).toList();
  }

  private static List<ApprovedAbsence> absences(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    String[] parts = cell.split(" / ");
    return List.of(new ApprovedAbsence("p", at(parts[0]), at(parts[1]), at(parts[2])));
  }

  /** Without anybody's punch at a due time nobody would be held to it. */
  private static PersonMonths aColleagueWhoAlwaysPunches(List<DuePunch> month) {
    List<DuePunch> due =
        month.stream()
            .map(d -> new DuePunch("colleague", d.date(), d.period(), d.direction()))
            .toList();
    List<Punch> made =
        due.stream().map(d -> new Punch("colleague", d.dueAt(), d.direction())).toList();
    return new PersonMonths("colleague", due, made, List.of(), List.of());
  }

  private static Instant at(String text) {
    return HallCalendar.at(CaseTable.time(text));
  }
}
