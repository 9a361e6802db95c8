package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.ingest.footage.FootageHolds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What evidence is made with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

  @Bean
  FootageHolds footageHolds(ZaigangSettings settings) {
    return FootageHolds.open(settings.dataDir());
  }
}
