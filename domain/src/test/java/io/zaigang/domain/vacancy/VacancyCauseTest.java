package io.zaigang.domain.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.vacancy.VacancyCause.AbsenceOnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacancyCauseTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, NONE, LEFT_POST",
    "1, 0, NONE, NOT_OPENED",
    "0, 1, NONE, LEFT_EARLY",
    "1, 1, NONE, NOT_OPENED",
    "0, 0, APPROVED, NO_COVER",
    "1, 1, APPROVED, NO_COVER",
  })
  void followsFromThePeriodsEdgesAndTheRoster(
      int sincePeriodStart, int untilPeriodEnd, AbsenceOnRecord absence, VacancyCause cause) {
    Map<String, Number> measure =
        Map.of(
            VacancyRule.SINCE_PERIOD_START, sincePeriodStart,
            VacancyRule.UNTIL_PERIOD_END, untilPeriodEnd);

    assertThat(VacancyCause.of(vacancy(measure), absence)).isEqualTo(cause);
  }

  private static Incident vacancy(Map<String, Number> measure) {
    Instant start = Instant.parse("2026-03-02T01:00:00Z");
    return new Incident(
        "id",
        IncidentType.VACANCY,
        "w03",
        List.of("a"),
        null,
        List.of("c1"),
        start,
        start.plusSeconds(300),
        start.plusSeconds(600),
        IncidentStatus.CLOSED,
        0,
        new TreeMap<>(measure));
  }
}
