package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.H264Segments;
import io.zaigang.ingest.clip.ManifestChain;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.rendition.OverlayFont;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The footage log that the recorder writes. */
@Configuration(proxyBeanMethods = false)
class FootageConfiguration {

  private static final int PLAYED_HEIGHT_PX = 720;

  /** A player asks again for what it did not get. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Bean
  FootageLog footageLog(ZaigangSettings settings) {
    return FootageLog.open(settings.dataDir());
  }

  /** H.265 segments for browsers; a cache: whatever is in it can be deleted. */
  @Bean
  H264Segments h264Segments(ZaigangSettings settings) {
    ZaigangSettings.Footage limits = settings.footage();
    return new H264Segments(
        settings.dataDir().resolve("cache").resolve("h264"),
        new H264Segments.Limits(
            PLAYED_HEIGHT_PX, limits.transcodesAtOnce(), PATIENCE, limits.transcodedBytes()));
  }

  @Bean
  OverlayFont overlayFont() {
    return OverlayFont.find();
  }

  @Bean
  ClipCutter clipCutter(FootageLog log) {
    return new ClipCutter(log);
  }

  /** Every clip that is made here is entered in it. */
  @Bean
  ManifestChain manifestChain(ZaigangSettings settings) {
    return ManifestChain.ofData(settings.dataDir());
  }
}
