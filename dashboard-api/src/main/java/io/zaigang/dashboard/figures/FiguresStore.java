package io.zaigang.dashboard.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over the hours of occupancy and the incidents, each in one statement. */
@Component
class FiguresStore {

  private static final String SUMS =
      """
      sum(staffed_seconds) as staffed, sum(empty_seconds) as empty, sum(blind_seconds) as blind,
          sum(person_seconds) as persons, sum(phone_seconds) as phone\
      """;

  private static final String OF_SPAN =
      "day >= :from and day <= :to and (:all or window_id = any(:windows))";

  private static final String STAFFING =
      """
      select grouping(window_id, day) = 3 as total, window_id, day, null::int as hour, %1$s
      from occupancy_day where %2$s
      group by grouping sets ((window_id), (day), ())
      union all
      select false, null, null, hour, %1$s
      from occupancy_hour where %2$s
      group by hour
      """;

  private static final String FINDINGS =
      """
      select grouping(window_id, day, hour) = 7 as total, window_id, day, hour,
          count(*) filter (where type = 'VACANCY') as vacancies,
          coalesce(sum(seconds) filter (where type = 'VACANCY'), 0) as vacancy_seconds,
          count(*) filter (where type = 'POST_UNATTENDED') as unattended,
          count(*) filter (where type = 'PHONE_USE') as phone_uses,
          count(*) filter (where type = 'GATHERING') as gatherings,
          count(*) filter (where standing in ('CONFIRMED', 'UPHELD')) as confirmed
      from (
          select window_id, type, standing, (started_at at time zone :zone)::date as day,
              extract(hour from started_at at time zone :zone)::int as hour,
              greatest(0, extract(epoch from coalesce(ended_at, :now) - started_at)
                  - blind_seconds) as seconds
          from incident
          where started_at >= :begin and started_at < :end
              and standing not in ('DISMISSED', 'REVERSED')
              and (:all or window_id = any(:windows))) as found
      group by grouping sets ((window_id), (day), (hour), ())
      """;

  private final JdbcClient jdbc;

  FiguresStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A sum; of the three keys at most one is not null. Incidents in an area belong to no window.
   *
   * @param total whether this is the sum over everything
   */
  record Sum<T>(
      @Nullable String windowId,
      @Nullable LocalDate day,
      @Nullable Integer hour,
      boolean total,
      T value) {}

  /** Sums of occupancy by window, by day, by hour of the day, and of all. */
  List<Sum<Staffing>> staffing(FiguresSpan span) {
    return jdbc.sql(STAFFING.formatted(SUMS, OF_SPAN))
        .params(params(span))
        .query(
            (row, index) ->
                sum(
                    row,
                    Staffing.of(
                        row.getDouble("staffed"),
                        row.getDouble("empty"),
                        row.getDouble("blind"),
                        row.getDouble("persons"),
                        row.getDouble("phone"))))
        .list();
  }

  /** Sums of incidents in the same way. */
  List<Sum<Findings>> findings(FiguresSpan span, ZoneId zone, Instant now) {
    return jdbc.sql(FINDINGS)
        .params(params(span))
        .param("zone", zone.getId())
        .param("now", Timestamp.from(now))
        .param("begin", Timestamp.from(span.from().atStartOfDay(zone).toInstant()))
        .param("end", Timestamp.from(span.to().plusDays(1).atStartOfDay(zone).toInstant()))
        .query(
            (row, index) ->
                sum(
                    row,
                    new Findings(
                        row.getInt("vacancies"),
                        row.getDouble("vacancy_seconds"),
                        row.getInt("unattended"),
                        row.getInt("phone_uses"),
                        row.getInt("gatherings"),
                        row.getInt("confirmed"))))
        .list();
  }

  private static Map<String, Object> params(FiguresSpan span) {
    return Map.of(
        "from", java.sql.Date.valueOf(span.from()),
        "to", java.sql.Date.valueOf(span.to()),
        "all", span.windowIds().isEmpty(),
        "windows", span.windowIds().toArray(String[]::new));
  }

  private static <T> Sum<T> sum(ResultSet row, T value) throws SQLException {
    return new Sum<>(
        row.getString("window_id"),
        row.getObject("day", LocalDate.class),
        row.getObject("hour", Integer.class),
        row.getBoolean("total"),
        value);
  }
}
