package io.zaigang.dashboard.occupancy;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes minutes that must be carried on to another store. */
interface ForwardMarks {

  /** Nothing is carried on. */
  ForwardMarks NONE = minutes -> {};

  /** Called in the transaction that stores the minutes. */
  void mark(List<OccupancyMinute> minutes);

  /** Marks in the table that {@link OccupancyForwarding} empties. */
  static ForwardMarks in(JdbcTemplate jdbc) {
    return minutes ->
        jdbc.batchUpdate(
            "insert into occupancy_forward (window_id, minute) values (?, ?)"
                + " on conflict do nothing",
            minutes,
            500,
            (row, minute) -> {
              row.setString(1, minute.windowId());
              row.setTimestamp(2, Timestamp.from(minute.minute()));
            });
  }
}
