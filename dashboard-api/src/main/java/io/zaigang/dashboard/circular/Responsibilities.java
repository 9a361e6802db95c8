package io.zaigang.dashboard.circular;

import io.zaigang.domain.vacancy.VacancyCause;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for vacancies, as it was worked out when they were stored. */
@Component
class Responsibilities {

  /** What the roster said about one vacancy. */
  record Answer(String incidentId, VacancyCause cause, List<String> staffIds) {}

  private final JdbcClient jdbc;

  Responsibilities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By incident, of vacancies that began in {@code [from, to)}. */
  Map<String, Answer> of(Instant from, Instant to) {
    return jdbc
        .sql(
            "select r.incident_id, r.cause, r.staff_ids from incident_responsibility r"
                + " join incident i on i.id = r.incident_id"
                + " where i.started_at >= :from and i.started_at < :to")
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(
            (row, index) ->
                new Answer(
                    row.getString(1),
                    VacancyCause.valueOf(row.getString(2)),
                    List.of((String[]) row.getArray(3).getArray())))
        .list()
        .stream()
        .collect(Collectors.toMap(Answer::incidentId, Function.identity()));
  }
}
