package io.zaigang.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.punch.CaseTable;
import io.zaigang.domain.punch.HallCalendar;
import io.zaigang.domain.vacancy.VacancyRule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of vacancy-cases.md, the table that people of the hall check. */
class VacancyCasesTest {

  private static final LocalDate SPRING = LocalDate.parse("2026-03-01");

  static Stream<Map<String, String>> cases() throws IOException {
    return CaseTable.read(VacancyCasesTest.class, "vacancy-cases.md").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void namesTheCauseAndWhoAnswers(Map<String, String> row) {
    DutyRoster roster =
        new DutyRoster(
            new DutyRoster.Entries(assignments(), guides(), absences(row.get("请假")), List.of()),
            HallCalendar.WORKING,
            HallCalendar.ZONE);

    Responsibility responsibility = Responsibility.of(vacancy(row), roster);

    assertThat(responsibility.cause()).hasToString(row.get("原因"));
    assertThat(String.join("、", responsibility.personIds())).isEqualTo(row.get("责任人"));
  }

  private static List<DutyAssignment> assignments() {
    LocalDate change = LocalDate.parse("2026-11-23");
    return List.of(
        new DutyAssignment("张三", "w03", "w03-a", PostRole.A, SPRING, null),
        new DutyAssignment("李四", "w03", null, PostRole.B, SPRING, change.minusDays(1)),
        new DutyAssignment("王五", "w03", null, PostRole.B, change, null),
        new DutyAssignment("李四", "w05", null, PostRole.A, change, null));
  }

  private static List<GuideDuty> guides() {
    LocalDate day = LocalDate.parse("2026-11-18");
    return List.of(
        new GuideDuty("赵六", "guide", day, DutyShift.MORNING),
        new GuideDuty("孙七", "guide", day, DutyShift.AFTERNOON));
  }

  private static List<Absence> absences(String cell) {
    List<Absence> absences = new ArrayList<>();
    if (!cell.isEmpty()) {
      for (String text : cell.split("；")) {
        String[] parts = text.split(" / ");
        absences.add(
            new Absence(
                "absence " + absences.size(),
                parts[0],
                AbsenceKind.LEAVE,
                at(parts[1]),
                at(parts[2]),
                at(parts[3]),
                AbsenceState.APPROVED));
      }
    }
    return absences;
  }

  private static Incident vacancy(Map<String, String> row) {
    Instant from = at(row.get("空岗起"));
    return new Incident(
        "id",
        IncidentType.VACANCY,
        row.get("窗口"),
        List.of(),
        null,
        List.of(),
        from,
        from.plusSeconds(300),
        at(row.get("空岗止")),
        IncidentStatus.CLOSED,
        0,
        new TreeMap<>(
            Map.of(
                VacancyRule.SINCE_PERIOD_START, row.get("时段初起").equals("是") ? 1 : 0,
                VacancyRule.UNTIL_PERIOD_END, row.get("至时段末").equals("是") ? 1 : 0)));
  }

  private static Instant at(String text) {
    return HallCalendar.at(CaseTable.time(text));
  }
}
