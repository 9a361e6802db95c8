package io.zaigang.dashboard.punch;

import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 补卡 requests as the rules need them: for which punch, when, and what was decided. */
@Component
class MakeUpRequests {

  /**
   * A request, before it is known which due punch of the calendar it is for.
   *
   * @param decidedAt null while it is pending
   */
  record Row(
      String id,
      String staffId,
      Instant dueAt,
      PunchDirection direction,
      Instant requestedAt,
      Verdict verdict,
      @Nullable Instant decidedAt) {

    /** As it was known at an instant: a later verdict had not fallen yet. */
    Row asOf(Instant at) {
      return decidedAt != null && decidedAt.isAfter(at)
          ? new Row(id, staffId, dueAt, direction, requestedAt, Verdict.PENDING, null)
          : this;
    }
  }

  private final JdbcClient jdbc;

  MakeUpRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Requests for punches due in {@code [from, to)} that had been made by then. */
  List<Row> forPunchesDue(Instant from, Instant to, Instant asOf) {
    return jdbc
        .sql(
            "select * from make_up_request where due_at >= :from and due_at < :to"
                + " and requested_at <= :asOf")
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("asOf", Timestamp.from(asOf))
        .query(MakeUpRequests::read)
        .list()
        .stream()
        .map(row -> row.asOf(asOf))
        .toList();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    Timestamp decidedAt = row.getTimestamp("decided_at");
    return new Row(
        row.getString("id"),
        row.getString("staff_id"),
        row.getTimestamp("due_at").toInstant(),
        PunchDirection.valueOf(row.getString("direction")),
        row.getTimestamp("requested_at").toInstant(),
        Verdict.valueOf(row.getString("verdict")),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
