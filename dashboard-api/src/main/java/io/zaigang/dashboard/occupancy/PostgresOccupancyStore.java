package io.zaigang.dashboard.occupancy;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Minutes of occupancy in PostgreSQL: where they come in, and what everything is counted from. */
class PostgresOccupancyStore implements OccupancyStore {

  private static final String UPSERT =
      """
      insert into occupancy_minute as known (window_id, minute, staffed_seconds, empty_seconds,
          blind_seconds, exempt_seconds, mean_persons, phone_seconds)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (window_id, minute) do update set staffed_seconds = excluded.staffed_seconds,
          empty_seconds = excluded.empty_seconds, blind_seconds = excluded.blind_seconds,
          exempt_seconds = excluded.exempt_seconds, mean_persons = excluded.mean_persons,
          phone_seconds = excluded.phone_seconds
      where excluded.blind_seconds <= known.blind_seconds
          and (known.staffed_seconds, known.empty_seconds, known.blind_seconds,
              known.exempt_seconds, known.mean_persons, known.phone_seconds)
          is distinct from (excluded.staffed_seconds, excluded.empty_seconds,
              excluded.blind_seconds, excluded.exempt_seconds, excluded.mean_persons,
              excluded.phone_seconds)
      """;

  private final JdbcTemplate jdbc;
  private final OccupancyHours hours;
  private final ForwardMarks marks;

  PostgresOccupancyStore(JdbcTemplate jdbc, OccupancyHours hours, ForwardMarks marks) {
    this.jdbc = jdbc;
    this.hours = hours;
    this.marks = marks;
  }

  @Override
  @Transactional
  public int put(List<OccupancyMinute> minutes) {
    if (minutes.isEmpty()) {
      return 0;
    }
    hours.lock();
    List<OccupancyMinute> sorted =
        minutes.stream()
            .sorted(
                Comparator.comparing(OccupancyMinute::windowId)
                    .thenComparing(OccupancyMinute::minute))
            .toList();
    int[][] changed = jdbc.batchUpdate(UPSERT, sorted, 500, PostgresOccupancyStore::write);
    hours.sum(minutes);
    marks.mark(sorted);
    return Arrays.stream(changed).flatMapToInt(Arrays::stream).sum();
  }

  @Override
  public List<OccupancyMinute> minutes(String windowId, Instant from, Instant to) {
    return jdbc.query(
        "select * from occupancy_minute where window_id = ? and minute >= ? and minute < ?"
            + " order by minute",
        PostgresOccupancyStore::read,
        windowId,
        Timestamp.from(from),
        Timestamp.from(to));
  }

  private static void write(PreparedStatement row, OccupancyMinute minute) throws SQLException {
    row.setString(1, minute.windowId());
    row.setTimestamp(2, Timestamp.from(minute.minute()));
    row.setFloat(3, (float) minute.staffedSeconds());
    row.setFloat(4, (float) minute.emptySeconds());
    row.setFloat(5, (float) minute.blindSeconds());
    row.setFloat(6, (float) minute.exemptSeconds());
    row.setFloat(7, (float) minute.meanPersons());
    row.setFloat(8, (float) minute.phoneSeconds());
  }

  static OccupancyMinute read(ResultSet row, int index) throws SQLException {
    return new OccupancyMinute(
        row.getString("window_id"),
        row.getTimestamp("minute").toInstant(),
        row.getFloat("staffed_seconds"),
        row.getFloat("empty_seconds"),
        row.getFloat("blind_seconds"),
        row.getFloat("exempt_seconds"),
        row.getFloat("mean_persons"),
        row.getFloat("phone_seconds"));
  }
}
