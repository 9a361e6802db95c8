package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.HeadIndex;
import io.zaigang.ingest.footage.FootageLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The footage log that the recorder writes. */
@Configuration(proxyBeanMethods = false)
class FootageConfiguration {

  @Bean
  FootageLog footageLog(ZaigangSettings settings) {
    return FootageLog.open(settings.dataDir());
  }

  /** A cache: whatever is in it can be deleted. */
  @Bean
  HeadIndex headIndex(ZaigangSettings settings) {
    return HeadIndex.in(settings.dataDir().resolve("cache").resolve("heads"));
  }

  @Bean
  ClipCutter clipCutter(FootageLog log) {
    return new ClipCutter(log);
  }
}
