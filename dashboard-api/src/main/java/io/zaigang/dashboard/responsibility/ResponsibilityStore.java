package io.zaigang.dashboard.responsibility;

import io.zaigang.domain.duty.Responsibility;
import io.zaigang.domain.vacancy.VacancyCause;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for which vacancy, in PostgreSQL. */
@Component
public class ResponsibilityStore {

  private final JdbcClient jdbc;

  ResponsibilityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of those of the incidents that are vacancies, by incident id. */
  public Map<String, Responsibility> of(Collection<String> incidentIds) {
    Map<String, Responsibility> found = new HashMap<>();
    if (!incidentIds.isEmpty()) {
      jdbc.sql("select * from incident_responsibility where incident_id = any(:ids)")
          .param("ids", incidentIds.toArray(String[]::new))
          .query((RowCallbackHandler) row -> found.put(row.getString("incident_id"), read(row)));
    }
    return found;
  }

  void put(String incidentId, Responsibility responsibility, Instant now) {
    jdbc.sql(
            """
            insert into incident_responsibility as known (incident_id, cause, staff_ids,
                absence_ids, worked_out_at)
            values (:id, :cause, :staff, :absences, :now)
            on conflict (incident_id) do update set cause = excluded.cause,
                staff_ids = excluded.staff_ids, absence_ids = excluded.absence_ids,
                worked_out_at = excluded.worked_out_at
            where (known.cause, known.staff_ids, known.absence_ids)
                is distinct from (excluded.cause, excluded.staff_ids, excluded.absence_ids)
            """)
        .param("id", incidentId)
        .param("cause", responsibility.cause().name())
        .param("staff", responsibility.personIds().toArray(String[]::new))
        .param("absences", responsibility.absenceIds().toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Responsibility read(ResultSet row) throws SQLException {
    return new Responsibility(
        VacancyCause.valueOf(row.getString("cause")),
        texts(row.getArray("staff_ids")),
        texts(row.getArray("absence_ids")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
