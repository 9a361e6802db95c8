package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vacancies, for those who work out what follows from them. */
@Component
public class Vacancies {

  private final JdbcClient jdbc;
  private final IncidentStore store;

  Vacancies(JdbcClient jdbc, IncidentStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** Those that began at or after an instant, in order. */
  public List<Incident> since(Instant from) {
    return jdbc
        .sql(
            "select id from incident where type = :type and started_at >= :from order by"
                + " started_at")
        .param("type", IncidentType.VACANCY.name())
        .param("from", Timestamp.from(from))
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> store.find(id).stream())
        .map(StoredIncident::incident)
        .toList();
  }
}
