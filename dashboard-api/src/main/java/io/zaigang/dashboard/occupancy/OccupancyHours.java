package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums the minutes of occupancy into hours and days of the hall's own clock. An hour is summed anew
 * from its minutes whenever one of them arrives, so a minute that is sent again is never counted
 * twice.
 */
@Component
class OccupancyHours {

  /** Any number will do; it only has to be the same in every copy of the dashboard. */
  private static final long LOCK = 0x7a61_6967_616e_6701L;

  private static final String SUMS =
      """
      insert into occupancy_hour (window_id, day, hour, staffed_seconds, empty_seconds,
          blind_seconds, person_seconds, phone_seconds)
      select m.window_id, (m.minute at time zone :zone)::date,
          extract(hour from m.minute at time zone :zone), sum(m.staffed_seconds),
          sum(m.empty_seconds), sum(m.blind_seconds), sum(60 * m.mean_persons),
          sum(m.phone_seconds)
      from occupancy_minute m %s
      group by 1, 2, 3
      having sum(m.staffed_seconds + m.empty_seconds + m.blind_seconds) > 0
      """;

  private static final String OF_SPANS =
      """
      join unnest(:windows, :begins, :ends) as span (window_id, begins, ends)
      on m.window_id = span.window_id and m.minute >= span.begins and m.minute < span.ends
      """;

  private static final String DAYS =
      """
      insert into occupancy_day (window_id, day, staffed_seconds, empty_seconds, blind_seconds,
          person_seconds, phone_seconds)
      select h.window_id, h.day, sum(h.staffed_seconds), sum(h.empty_seconds),
          sum(h.blind_seconds), sum(h.person_seconds), sum(h.phone_seconds)
      from occupancy_hour h %s
      group by 1, 2
      """;

  private static final String OF_DAYS =
      """
      join (select distinct * from unnest(:windows, :days)) as span (window_id, day)
      on h.window_id = span.window_id and h.day = span.day
      """;

  private record Hour(String windowId, LocalDateTime begin) implements Comparable<Hour> {
    @Override
    public int compareTo(Hour other) {
      int byWindow = windowId.compareTo(other.windowId);
      return byWindow != 0 ? byWindow : begin.compareTo(other.begin);
    }
  }

  private final JdbcClient jdbc;
  private final SitePlans plans;

  OccupancyHours(JdbcClient jdbc, SitePlans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /** Within a transaction: until its end nobody else changes minutes or hours. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query((row, index) -> index)
        .single();
  }

  /** Sums the hours that these minutes belong to; {@link #lock} was called before they changed. */
  void sum(List<OccupancyMinute> changed) {
    ZoneId zone = zone();
    TreeSet<Hour> hours = new TreeSet<>();
    for (OccupancyMinute minute : changed) {
      LocalDateTime local = minute.minute().atZone(zone).toLocalDateTime();
      hours.add(new Hour(minute.windowId(), local.truncatedTo(ChronoUnit.HOURS)));
    }
    sumHours(hours, zone);
    sumDays(hours);
  }

  private void sumHours(TreeSet<Hour> hours, ZoneId zone) {
    jdbc.sql(
            "delete from occupancy_hour h using unnest(:windows, :days, :hours) as gone (w, d, o)"
                + " where h.window_id = gone.w and h.day = gone.d and h.hour = gone.o")
        .param("windows", windows(hours))
        .param("days", days(hours))
        .param("hours", hours.stream().map(h -> h.begin().getHour()).toArray(Integer[]::new))
        .update();
    jdbc.sql(SUMS.formatted(OF_SPANS))
        .param("zone", zone.getId())
        .param("windows", windows(hours))
        .param("begins", instants(hours, zone, 0))
        .param("ends", instants(hours, zone, 1))
        .update();
  }

  private void sumDays(TreeSet<Hour> hours) {
    jdbc.sql(
            "delete from occupancy_day d using unnest(:windows, :days) as gone (w, d)"
                + " where d.window_id = gone.w and d.day = gone.d")
        .param("windows", windows(hours))
        .param("days", days(hours))
        .update();
    jdbc.sql(DAYS.formatted(OF_DAYS))
        .param("windows", windows(hours))
        .param("days", days(hours))
        .update();
  }

  /** Sums everything where the hours were made by another clock, or never. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void catchUp() {
    lock();
    String zone = zone().getId();
    boolean known =
        jdbc.sql("select time_zone from occupancy_hour_clock")
            .query(String.class)
            .optional()
            .filter(zone::equals)
            .isPresent();
    if (known) {
      return;
    }
    jdbc.sql("delete from occupancy_hour").update();
    jdbc.sql("delete from occupancy_day").update();
    jdbc.sql(SUMS.formatted("")).param("zone", zone).update();
    jdbc.sql(DAYS.formatted("")).update();
    jdbc.sql(
            "insert into occupancy_hour_clock (time_zone) values (:zone)"
                + " on conflict (one) do update set time_zone = excluded.time_zone")
        .param("zone", zone)
        .update();
  }

  private ZoneId zone() {
    return plans.current().plan().hall().timeZone();
  }

  private static String[] windows(TreeSet<Hour> hours) {
    return hours.stream().map(Hour::windowId).toArray(String[]::new);
  }

  private static Date[] days(TreeSet<Hour> hours) {
    return hours.stream().map(h -> Date.valueOf(h.begin().toLocalDate())).toArray(Date[]::new);
  }

  private static Timestamp[] instants(TreeSet<Hour> hours, ZoneId zone, int hoursLater) {
    return hours.stream()
        .map(h -> Timestamp.from(h.begin().plusHours(hoursLater).atZone(zone).toInstant()))
        .toArray(Timestamp[]::new);
  }
}
