package io.zaigang.dashboard.dingtalk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is still to be done with DingTalk, and how the last run went. */
@Component
class DingtalkStore {

  private static final int MOST_SHOWN = 200;

  /**
   * An approval that is not settled here yet.
   *
   * @param problem why it could not be taken; null where it is pending at DingTalk
   */
  record Queued(
      String instanceId,
      DingtalkProcess process,
      int attempts,
      Instant nextAt,
      @Nullable String problem) {}

  /**
   * The last run.
   *
   * @param polledUntil what the last poll that came to its end has reached; null before the first
   * @param report null where an older version ran it
   */
  record Run(@Nullable Instant polledUntil, Instant ranAt, @Nullable SyncReport report) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DingtalkStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Puts an approval into the queue, unless it is in there. */
  void enqueue(String instanceId, DingtalkProcess process, Instant now) {
    jdbc.sql(
            "insert into dingtalk_queue (instance_id, process, next_at) values (:id, :process,"
                + " :now) on conflict do nothing")
        .param("id", instanceId)
        .param("process", process.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those whose time has come, the longest waiting first. */
  List<Queued> due(Instant now) {
    return jdbc.sql("select * from dingtalk_queue where next_at <= :now order by next_at")
        .param("now", Timestamp.from(now))
        .query(DingtalkStore::read)
        .list();
  }

  /** What waits, those with a problem first. */
  List<Queued> queue() {
    return jdbc.sql(
            "select * from dingtalk_queue order by problem is null, next_at, instance_id"
                + " limit :most")
        .param("most", MOST_SHOWN)
        .query(DingtalkStore::read)
        .list();
  }

  private static Queued read(ResultSet row, int index) throws SQLException {
    return new Queued(
        row.getString("instance_id"),
        DingtalkProcess.valueOf(row.getString("process")),
        row.getInt("attempts"),
        row.getTimestamp("next_at").toInstant(),
        row.getString("problem"));
  }

  void settle(String instanceId) {
    jdbc.sql("delete from dingtalk_queue where instance_id = :id").param("id", instanceId).update();
  }

  /** Again later; {@code problem} says why, where it is one. */
  void again(String instanceId, Instant nextAt, @Nullable String problem) {
    jdbc.sql(
            "update dingtalk_queue set attempts = attempts + 1, next_at = :next, problem = :problem"
                + " where instance_id = :id")
        .param("id", instanceId)
        .param("next", Timestamp.from(nextAt))
        .param("problem", problem)
        .update();
  }

  /** Problems of approvals that wait, one line each. */
  List<String> problems() {
    return jdbc.sql(
            "select instance_id || ': ' || problem from dingtalk_queue where problem is not null"
                + " order by instance_id limit 50")
        .query(String.class)
        .list();
  }

  int waiting() {
    return jdbc.sql("select count(*) from dingtalk_queue").query(Integer.class).single();
  }

  Optional<Run> lastRun() {
    return jdbc.sql("select * from dingtalk_run")
        .query(
            (row, index) -> {
              Timestamp until = row.getTimestamp("polled_until");
              String report = row.getString("report");
              return new Run(
                  until == null ? null : until.toInstant(),
                  row.getTimestamp("ran_at").toInstant(),
                  report == null ? null : json.readValue(report, SyncReport.class));
            })
        .optional();
  }

  /**
   * Keeps how a run went.
   *
   * @param polledUntil null where polling did not come to its end: what it reached before stands
   */
  void ran(@Nullable Instant polledUntil, Instant now, SyncReport report) {
    jdbc.sql(
            """
            insert into dingtalk_run as known (polled_until, ran_at, report)
            values (:until, :now, :report)
            on conflict (one) do update set
                polled_until = coalesce(excluded.polled_until, known.polled_until),
                ran_at = excluded.ran_at, report = excluded.report
            """)
        .param("until", polledUntil == null ? null : Timestamp.from(polledUntil))
        .param("now", Timestamp.from(now))
        .param("report", json.writeValueAsString(report))
        .update();
  }
}
