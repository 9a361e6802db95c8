package io.zaigang.dashboard.duty;

import io.zaigang.domain.duty.WindowClosure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed windows in PostgreSQL. */
@Component
class ClosureStore {

  private final JdbcClient jdbc;

  ClosureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Closures that meet {@code [from, to)}, by begin. */
  List<StoredClosure> meeting(Instant from, Instant to) {
    return jdbc.sql(
            "select * from window_closure where starts_at < :to and ends_at > :from"
                + " order by starts_at, id")
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(ClosureStore::read)
        .list();
  }

  Optional<StoredClosure> byId(String id) {
    return jdbc.sql("select * from window_closure where id = :id")
        .param("id", id)
        .query(ClosureStore::read)
        .optional();
  }

  /** Adds or replaces one. */
  void put(StoredClosure stored) {
    jdbc.sql(
            """
            insert into window_closure (id, window_id, starts_at, ends_at, reason)
            values (:id, :window, :from, :to, :reason)
            on conflict (id) do update set window_id = excluded.window_id,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                reason = excluded.reason
            """)
        .param("id", stored.id())
        .param("window", stored.closure().windowId())
        .param("from", Timestamp.from(stored.closure().from()))
        .param("to", Timestamp.from(stored.closure().to()))
        .param("reason", stored.reason())
        .update();
  }

  boolean remove(String id) {
    return jdbc.sql("delete from window_closure where id = :id").param("id", id).update() > 0;
  }

  private static StoredClosure read(ResultSet row, int index) throws SQLException {
    return new StoredClosure(
        row.getString("id"),
        new WindowClosure(
            row.getString("window_id"),
            row.getTimestamp("starts_at").toInstant(),
            row.getTimestamp("ends_at").toInstant()),
        row.getString("reason"));
  }
}
