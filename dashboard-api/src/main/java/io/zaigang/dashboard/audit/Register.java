package io.zaigang.dashboard.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * 审计登记: adds entries to the register. Within a caller's transaction an entry stands or falls with
 * what it tells of.
 */
@Component
public class Register {

  private record Head(long number, String hash) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  public Register(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Adds an entry without an application around it: for commands. */
  public static void add(DataSource database, AuditEntry entry) {
    Register register =
        new Register(JdbcClient.create(database), JsonMapper.builder().build(), Clock.systemUTC());
    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(transaction -> register.add(entry));
  }

  /** Adds an entry; when this returns it is stored, or will be with the caller's transaction. */
  @Transactional
  public void add(AuditEntry entry) {
    Head head =
        jdbc.sql("select last_number, last_hash from audit_head for update")
            .query((row, index) -> new Head(row.getLong(1), row.getString(2)))
            .single();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AuditEvent event =
        AuditEvent.of(
            head.number() + 1, now, entry, json.writeValueAsString(entry.details()), head.hash());
    insert(event);
    jdbc.sql("update audit_head set last_number = :number, last_hash = :hash")
        .param("number", event.number())
        .param("hash", event.hash())
        .update();
  }

  private void insert(AuditEvent event) {
    jdbc.sql(
            "insert into audit_event (number, at, actor, action, camera_id, span_from, span_to,"
                + " subject, reason, details, previous_hash, hash) values (:number, :at, :actor,"
                + " :action, :cameraId, :from, :to, :subject, :reason, :details, :previousHash,"
                + " :hash)")
        .param("number", event.number())
        .param("at", Timestamp.from(event.at()))
        .param("actor", event.actor())
        .param("action", event.action())
        .param("cameraId", event.cameraId())
        .param("from", timestampOrNull(event.from()))
        .param("to", timestampOrNull(event.to()))
        .param("subject", event.subject())
        .param("reason", event.reason())
        .param("details", event.details())
        .param("previousHash", event.previousHash())
        .param("hash", event.hash())
        .update();
  }

  private static @Nullable Timestamp timestampOrNull(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant.truncatedTo(ChronoUnit.MILLIS));
  }
}
