package io.zaigang.domain.site;

import java.time.Duration;

/**
 * A camera over the counters.
 *
 * @param url RTSP address as written in the plan: {@code {NAME}} stands for a value of the
 *     environment and is resolved only where the connection is made, never printed
 * @param analysisFps samples a second that the rules get
 */
public record Camera(String id, String name, String url, double analysisFps) {

  /** Samples a second where the plan names none. */
  public static final double DEFAULT_ANALYSIS_FPS = 0.5;

  /** Time between two samples, to the millisecond. */
  public Duration samplingInterval() {
    return Duration.ofMillis(Math.round(1000 / analysisFps));
  }
}
