package io.zaigang.dashboard.incident;

import io.zaigang.domain.review.Deed;
import io.zaigang.domain.review.DismissalReason;
import io.zaigang.domain.review.FalseAlarmKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did with incidents, step by step; nothing is ever changed. */
@Component
class IncidentStepStore {

  private final JdbcClient jdbc;

  IncidentStepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String incidentId, IncidentStep step) {
    jdbc.sql(
            "insert into incident_step (incident_id, number, at, actor, kind, reason, false_alarm,"
                + " appellant, text) values (:id, (select count(*) + 1 from incident_step where"
                + " incident_id = :id), :at, :actor, :kind, :reason, :falseAlarm, :appellant, :text)")
        .param("id", incidentId)
        .param("at", Timestamp.from(step.deed().at()))
        .param("actor", step.deed().by())
        .param("kind", step.kind().name())
        .param("reason", nameOrNull(step.reason()))
        .param("falseAlarm", nameOrNull(step.falseAlarm()))
        .param("appellant", step.appellant())
        .param("text", step.deed().text())
        .update();
  }

  /** Oldest first. */
  List<IncidentStep> of(String incidentId) {
    return jdbc.sql("select * from incident_step where incident_id = :id order by number")
        .param("id", incidentId)
        .query(IncidentStepStore::read)
        .list();
  }

  private static IncidentStep read(ResultSet row, int index) throws SQLException {
    String reason = row.getString("reason");
    String falseAlarm = row.getString("false_alarm");
    return new IncidentStep(
        StepKind.valueOf(row.getString("kind")),
        new Deed(row.getString("actor"), row.getTimestamp("at").toInstant(), row.getString("text")),
        reason == null ? null : DismissalReason.valueOf(reason),
        falseAlarm == null ? null : FalseAlarmKind.valueOf(falseAlarm),
        row.getString("appellant"));
  }

  private static @Nullable String nameOrNull(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
