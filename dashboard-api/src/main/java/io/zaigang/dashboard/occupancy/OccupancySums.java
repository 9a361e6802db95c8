package io.zaigang.dashboard.occupancy;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the hours and days that {@link OccupancyHours} summed. */
final class OccupancySums {

  private static final String HOURS =
      """
      select h.*, (h.day + make_interval(hours => h.hour)) at time zone ? as start
      from occupancy_hour h
      join (select distinct w, (m at time zone ?)::date as day,
            extract(hour from m at time zone ?) as hour
          from unnest(?::text[], ?::timestamptz[]) as touched (w, m)) as touched
      on h.window_id = touched.w and h.day = touched.day and h.hour = touched.hour
      """;

  private static final String DAYS =
      """
      select d.*, d.day::timestamp at time zone ? as start from occupancy_day d
      join (select distinct w, (m at time zone ?)::date as day
          from unnest(?::text[], ?::timestamptz[]) as touched (w, m)) as touched
      on d.window_id = touched.w and d.day = touched.day
      """;

  private final JdbcTemplate jdbc;
  private final ZoneId zone;

  OccupancySums(JdbcTemplate jdbc, ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  /** Seconds of one window, within working time, from {@code start} on, for an hour or a day. */
  record Sum(
      String windowId,
      Instant start,
      double staffedSeconds,
      double emptySeconds,
      double blindSeconds,
      double personSeconds,
      double phoneSeconds) {}

  /** The hours in which these minutes lie. */
  List<Sum> hours(List<OccupancyMinute> minutes) {
    String id = zone.getId();
    return jdbc.query(HOURS, OccupancySums::sum, id, id, id, windows(minutes), starts(minutes));
  }

  /** The days in which these minutes lie. */
  List<Sum> days(List<OccupancyMinute> minutes) {
    String id = zone.getId();
    return jdbc.query(DAYS, OccupancySums::sum, id, id, windows(minutes), starts(minutes));
  }

  private static String[] windows(List<OccupancyMinute> minutes) {
    return minutes.stream().map(OccupancyMinute::windowId).toArray(String[]::new);
  }

  private static String[] starts(List<OccupancyMinute> minutes) {
    return minutes.stream().map(minute -> minute.minute().toString()).toArray(String[]::new);
  }

  private static Sum sum(ResultSet row, int index) throws SQLException {
    return new Sum(
        row.getString("window_id"),
        row.getTimestamp("start").toInstant(),
        row.getDouble("staffed_seconds"),
        row.getDouble("empty_seconds"),
        row.getDouble("blind_seconds"),
        row.getDouble("person_seconds"),
        row.getDouble("phone_seconds"));
  }
}
