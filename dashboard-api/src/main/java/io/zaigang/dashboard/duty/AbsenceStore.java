package io.zaigang.dashboard.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.zaigang.dashboard.duty.StoredAbsence.Source;
import io.zaigang.dashboard.duty.StoredAbsence.Step;
import io.zaigang.dashboard.duty.StoredAbsence.StepVerdict;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Absences in PostgreSQL, with their approval chains. */
@Component
public class AbsenceStore {

  private record NumberedStep(String absenceId, Step step) {}

  private final JdbcClient jdbc;

  AbsenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Absences, whatever their state, that meet {@code [from, to)}, by begin. */
  public List<StoredAbsence> meeting(Instant from, Instant to) {
    List<StoredAbsence> bare =
        jdbc.sql(
                "select * from absence where starts_at < :to and ends_at > :from"
                    + " order by starts_at, id")
            .param("from", Timestamp.from(from))
            .param("to", Timestamp.from(to))
            .query(AbsenceStore::read)
            .list();
    return withSteps(bare);
  }

  public Optional<StoredAbsence> byId(String id) {
    List<StoredAbsence> found =
        jdbc.sql("select * from absence where id = :id")
            .param("id", id)
            .query(AbsenceStore::read)
            .list();
    return withSteps(found).stream().findFirst();
  }

  /** Adds or replaces one. */
  public void put(StoredAbsence stored) {
    Absence absence = stored.absence();
    jdbc.sql(
            """
            insert into absence (id, staff_id, kind, starts_at, ends_at, requested_at, state,
                reason, source)
            values (:id, :staff, :kind, :from, :to, :requestedAt, :state, :reason, :source)
            on conflict (id) do update set kind = excluded.kind, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, requested_at = excluded.requested_at,
                state = excluded.state, reason = excluded.reason
            """)
        .param("id", absence.id())
        .param("staff", absence.personId())
        .param("kind", absence.kind().name())
        .param("from", Timestamp.from(absence.from()))
        .param("to", Timestamp.from(absence.to()))
        .param("requestedAt", Timestamp.from(absence.requestedAt()))
        .param("state", absence.state().name())
        .param("reason", stored.reason())
        .param("source", stored.source().name())
        .update();
    putSteps(stored);
  }

  private void putSteps(StoredAbsence stored) {
    jdbc.sql("delete from absence_step where absence_id = :id")
        .param("id", stored.absence().id())
        .update();
    int number = 1;
    for (Step step : stored.steps()) {
      jdbc.sql(
              "insert into absence_step (absence_id, number, approver, decided_at, verdict, remark)"
                  + " values (:id, :number, :approver, :at, :verdict, :remark)")
          .param("id", stored.absence().id())
          .param("number", number++)
          .param("approver", step.approver())
          .param("at", step.at() == null ? null : Timestamp.from(step.at()))
          .param("verdict", step.verdict().name())
          .param("remark", step.remark())
          .update();
    }
  }

  private List<StoredAbsence> withSteps(List<StoredAbsence> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, List<Step>> steps =
        jdbc
            .sql(
                "select * from absence_step where absence_id in (:ids) order by absence_id, number")
            .param("ids", bare.stream().map(stored -> stored.absence().id()).toList())
            .query(AbsenceStore::step)
            .list()
            .stream()
            .collect(
                groupingBy(
                    NumberedStep::absenceId, Collectors.mapping(NumberedStep::step, toList())));
    return bare.stream()
        .map(
            stored ->
                new StoredAbsence(
                    stored.absence(),
                    stored.reason(),
                    stored.source(),
                    steps.getOrDefault(stored.absence().id(), List.of())))
        .toList();
  }

  private static StoredAbsence read(ResultSet row, int index) throws SQLException {
    Absence absence =
        new Absence(
            row.getString("id"),
            row.getString("staff_id"),
            AbsenceKind.valueOf(row.getString("kind")),
            row.getTimestamp("requested_at").toInstant(),
            row.getTimestamp("starts_at").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            AbsenceState.valueOf(row.getString("state")));
    return new StoredAbsence(
        absence, row.getString("reason"), Source.valueOf(row.getString("source")), List.of());
  }

  private static NumberedStep step(ResultSet row, int index) throws SQLException {
    return new NumberedStep(
        row.getString("absence_id"),
        new Step(
            row.getString("approver"),
            instantOrNull(row.getTimestamp("decided_at")),
            StepVerdict.valueOf(row.getString("verdict")),
            row.getString("remark")));
  }

  private static @Nullable Instant instantOrNull(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
