package io.zaigang.dashboard.occupancy;

import io.micrometer.core.instrument.MeterRegistry;
import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.site.SitePlans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Where minutes are kept: PostgreSQL, and a copy in InfluxDB where the operator named one. */
@Configuration(proxyBeanMethods = false)
class OccupancyConfiguration {

  @Bean
  OccupancyStore occupancyStore(
      JdbcTemplate jdbc, OccupancyHours hours, ObjectProvider<InfluxSeries> influx) {
    ForwardMarks marks =
        influx.getIfAvailable() == null ? ForwardMarks.NONE : ForwardMarks.in(jdbc);
    return new PostgresOccupancyStore(jdbc, hours, marks);
  }

  @Bean
  @ConditionalOnProperty("zaigang.influx.url")
  OccupancyForwarding occupancyForwarding(
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      InfluxSeries influx,
      SitePlans plans,
      MeterRegistry meters) {
    OccupancySums sums = new OccupancySums(jdbc, plans.current().plan().hall().timeZone());
    OccupancyForwarding forwarding =
        new OccupancyForwarding(jdbc, transactions, influx, sums, meters);
    forwarding.markEverythingForANewTarget();
    return forwarding;
  }
}
