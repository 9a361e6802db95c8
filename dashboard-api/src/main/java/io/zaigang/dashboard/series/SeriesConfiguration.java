package io.zaigang.dashboard.series;

import io.zaigang.dashboard.settings.ZaigangSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** InfluxDB, where the operator named one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zaigang.influx.url")
class SeriesConfiguration {

  @Bean
  InfluxSeries influxSeries(ZaigangSettings settings) {
    return new InfluxSeries(settings.influx());
  }
}
