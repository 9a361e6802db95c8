package io.zaigang.dashboard.punch;

import io.zaigang.domain.punch.Punch;
import io.zaigang.domain.punch.PunchDirection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Punches in PostgreSQL; the same punch again is the same row. */
@Component
public class PunchStore {

  /** Where punches come from. */
  public enum Source {
    FILE,
    DINGTALK
  }

  private final JdbcTemplate jdbc;

  PunchStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores those that are new.
   *
   * @return how many were
   */
  public int add(List<Punch> punches, Source source) {
    int[][] changed =
        jdbc.batchUpdate(
            "insert into punch (staff_id, punched_at, direction, source) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            punches,
            1000,
            (row, punch) -> write(row, punch, source));
    return Arrays.stream(changed).flatMapToInt(Arrays::stream).sum();
  }

  /** Everybody's punches in {@code [from, to)}, by person and time. */
  List<Punch> between(Instant from, Instant to) {
    return jdbc.query(
        "select staff_id, punched_at, direction from punch where punched_at >= ?"
            + " and punched_at < ? order by staff_id, punched_at",
        PunchStore::read,
        Timestamp.from(from),
        Timestamp.from(to));
  }

  private static void write(PreparedStatement row, Punch punch, Source source) throws SQLException {
    row.setString(1, punch.personId());
    row.setTimestamp(2, Timestamp.from(punch.at()));
    row.setString(3, punch.direction() == null ? null : punch.direction().name());
    row.setString(4, source.name());
  }

  private static Punch read(ResultSet row, int index) throws SQLException {
    return new Punch(
        row.getString(1), row.getTimestamp(2).toInstant(), directionOrNull(row.getString(3)));
  }

  private static @Nullable PunchDirection directionOrNull(@Nullable String name) {
    return name == null ? null : PunchDirection.valueOf(name);
  }
}
