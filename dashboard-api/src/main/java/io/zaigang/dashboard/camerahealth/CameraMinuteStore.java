package io.zaigang.dashboard.camerahealth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Minutes of cameras in PostgreSQL. */
@Component
class CameraMinuteStore {

  private static final String PUT =
      """
      insert into camera_minute as known (camera_id, minute, recorded_seconds, bytes)
      values (?, ?, ?, ?)
      on conflict (camera_id, minute) do update set recorded_seconds = excluded.recorded_seconds,
          bytes = excluded.bytes, forwarded = false
      where known.recorded_seconds < excluded.recorded_seconds
      """;

  private static final String TAKE =
      """
      update camera_minute set forwarded = true where (camera_id, minute) in (
        select camera_id, minute from camera_minute where not forwarded order by minute limit ?
        for update skip locked)
      returning *
      """;

  private final JdbcTemplate jdbc;

  CameraMinuteStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void put(List<CameraMinute> minutes) {
    jdbc.batchUpdate(
        PUT,
        minutes,
        500,
        (row, minute) -> {
          row.setString(1, minute.cameraId());
          row.setTimestamp(2, Timestamp.from(minute.minute()));
          row.setFloat(3, (float) minute.recordedSeconds());
          row.setLong(4, minute.bytes());
        });
  }

  Optional<Instant> newest() {
    return Optional.ofNullable(
            jdbc.queryForObject("select max(minute) from camera_minute", Timestamp.class))
        .map(Timestamp::toInstant);
  }

  /** Takes some that were not carried on, and counts them as carried in this transaction. */
  List<CameraMinute> takeWaiting(int most) {
    return jdbc.query(TAKE, CameraMinuteStore::read, most);
  }

  private static CameraMinute read(ResultSet row, int index) throws SQLException {
    return new CameraMinute(
        row.getString("camera_id"),
        row.getTimestamp("minute").toInstant(),
        row.getFloat("recorded_seconds"),
        row.getLong("bytes"));
  }
}
