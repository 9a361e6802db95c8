package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.site.ClosedWindows;
import io.zaigang.domain.site.WindowClosure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closed windows in PostgreSQL.
 *
 * <p>The job judges by a closure from half a minute after its entry on, and by its end likewise:
 * until then it has surely heard, so that it finds the same whether it judges a moment at once or
 * hours later.
 */
@Component
class ClosureStore implements ClosedWindows {

  private static final Duration HEARD_OF_AFTER = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  ClosureStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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

  @Override
  public List<WindowClosure> inForceAfter(Instant since) {
    return jdbc.sql(
            """
            select window_id, greatest(starts_at, entered_at + :heard * interval '1 second')
                as judged_from, ends_at
            from window_closure
            where ends_at > :since and ends_at > entered_at + :heard * interval '1 second'
            order by starts_at, id
            """)
        .param("since", Timestamp.from(since))
        .param("heard", HEARD_OF_AFTER.toSeconds())
        .query(
            (row, index) ->
                new WindowClosure(
                    row.getString("window_id"),
                    row.getTimestamp("judged_from").toInstant(),
                    row.getTimestamp("ends_at").toInstant()))
        .list();
  }

  Optional<StoredClosure> byId(String id) {
    return jdbc.sql("select * from window_closure where id = :id")
        .param("id", id)
        .query(ClosureStore::read)
        .optional();
  }

  /** Adds or replaces one; what is replaced keeps the time of its entry. */
  void put(StoredClosure stored) {
    jdbc.sql(
            """
            insert into window_closure (id, window_id, starts_at, ends_at, reason, entered_at)
            values (:id, :window, :from, :to, :reason, :now)
            on conflict (id) do update set window_id = excluded.window_id,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                reason = excluded.reason
            """)
        .param("id", stored.id())
        .param("window", stored.closure().windowId())
        .param("from", Timestamp.from(stored.closure().from()))
        .param("to", Timestamp.from(stored.closure().to()))
        .param("reason", stored.reason())
        .param("now", Timestamp.from(now()))
        .update();
  }

  /**
   * Takes one back: what lasts ends, as nobody was expected until now; what has not begun, or is
   * long over, goes. False where there is none.
   */
  boolean remove(String id) {
    Instant now = now();
    int ended =
        jdbc.sql(
                """
                update window_closure set ends_at = least(ends_at, :end)
                where id = :id and starts_at <= :now and ends_at > :now
                """)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .param("end", Timestamp.from(now.plus(HEARD_OF_AFTER)))
            .update();
    return ended > 0
        || jdbc.sql("delete from window_closure where id = :id").param("id", id).update() > 0;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
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
