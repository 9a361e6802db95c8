package io.zaigang.dashboard.spotcheck;

import io.zaigang.dashboard.settings.StartupProblem;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hall decides about spot checks, under {@code zaigang.spot-check.}.
 *
 * @param turns checks each window gets in a month
 * @param length of the footage a checker is shown
 */
@ConfigurationProperties("zaigang.spot-check")
record SpotCheckSettings(@DefaultValue("4") int turns, @DefaultValue("PT2M") Duration length) {

  private static final int MOST_TURNS = 100;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  SpotCheckSettings {
    if (turns < 1 || turns > MOST_TURNS) {
      throw new StartupProblem(
          "zaigang.spot-check.turns must be 1 to " + MOST_TURNS + ", not " + turns);
    }
    if (length.compareTo(Duration.ofSeconds(10)) < 0 || length.compareTo(LONGEST) > 0) {
      throw new StartupProblem(
          "zaigang.spot-check.length must be PT10S to " + LONGEST + ", not " + length);
    }
  }
}
