package io.zaigang.dashboard.occupancy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.zaigang.dashboard.series.Forwarding;
import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.series.Resolution;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.util.List;
import org.influxdb.dto.Point;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps InfluxDB's copy of the occupancy up to date. PostgreSQL has the minutes first, with a mark
 * for each that InfluxDB lacks; a mark goes when InfluxDB has taken the minute, and its hour and
 * day summed anew. So an InfluxDB that is away holds nothing up and misses nothing.
 */
final class OccupancyForwarding {

  private static final int MOST_AT_ONCE = 2000;

  private static final String TAKE =
      """
      with taken as (
        delete from occupancy_forward where (window_id, minute) in (
          select window_id, minute from occupancy_forward order by minute limit ?
          for update skip locked)
        returning window_id, minute)
      select m.* from taken join occupancy_minute m using (window_id, minute)
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final InfluxSeries influx;
  private final InfluxOccupancyStore copy;
  private final OccupancySums sums;
  private final Forwarding forwarding;

  OccupancyForwarding(
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      InfluxSeries influx,
      OccupancySums sums,
      MeterRegistry meters) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.influx = influx;
    this.copy = new InfluxOccupancyStore(influx);
    this.sums = sums;
    this.forwarding = new Forwarding("minutes of occupancy", transactions, this::carry);
    Gauge.builder("zaigang.series.waiting", this, OccupancyForwarding::waiting)
        .description("Minutes of occupancy that InfluxDB has not got yet")
        .register(meters);
  }

  /** A database that was not filled before gets all there is. */
  void markEverythingForANewTarget() {
    transactions.executeWithoutResult(
        status -> {
          int changed =
              jdbc.update(
                  "insert into series_target (address) values (?) on conflict (one_row) do update"
                      + " set address = excluded.address"
                      + " where series_target.address <> excluded.address",
                  influx.address());
          if (changed > 0) {
            jdbc.update(
                "insert into occupancy_forward select window_id, minute from occupancy_minute"
                    + " on conflict do nothing");
            jdbc.update("update camera_minute set forwarded = false where forwarded");
          }
        });
  }

  @Scheduled(fixedDelayString = "${zaigang.influx.every:PT10S}")
  void forward() {
    forwarding.run();
  }

  private int carry() {
    List<OccupancyMinute> minutes = jdbc.query(TAKE, PostgresOccupancyStore::read, MOST_AT_ONCE);
    if (minutes.isEmpty()) {
      return 0;
    }
    copy.write(minutes); // PostgreSQL has decided already who knows better
    influx.write(Resolution.HOURS, points(sums.hours(minutes)));
    influx.write(Resolution.DAYS, points(sums.days(minutes)));
    return minutes.size();
  }

  private static List<Point> points(List<OccupancySums.Sum> sums) {
    return sums.stream()
        .map(
            sum ->
                InfluxOccupancyStore.point(sum.windowId(), sum.start())
                    .addField("staffedSeconds", sum.staffedSeconds())
                    .addField("emptySeconds", sum.emptySeconds())
                    .addField("blindSeconds", sum.blindSeconds())
                    .addField("personSeconds", sum.personSeconds())
                    .addField("phoneSeconds", sum.phoneSeconds())
                    .build())
        .toList();
  }

  private double waiting() {
    Long rows = jdbc.queryForObject("select count(*) from occupancy_forward", Long.class);
    return rows == null ? Double.NaN : rows;
  }
}
