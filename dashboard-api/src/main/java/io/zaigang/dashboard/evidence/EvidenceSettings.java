package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.settings.StartupProblem;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is made, under {@code zaigang.evidence.}.
 *
 * @param every how often incidents are looked for whose evidence is not made
 * @param atOnce incidents worked on at the same time
 * @param wholeUpTo an incident longer than this, margins included, is shown by its onset, its
 *     threshold and its end alone
 * @param patience how long after its end the footage of an incident is waited for
 * @param keepFootage how long after its end retention leaves the whole footage of an incident
 *     alone; its clips stay
 * @param keepDismissed how long after the verdict it leaves that of an incident alone that was
 *     dismissed, or reversed on appeal: so long the verdict can be taken back with all footage
 *     there
 * @param markedHeight height of the marked rendition at most, in pixels
 * @param markedFps its pictures a second at most
 */
@ConfigurationProperties("zaigang.evidence")
record EvidenceSettings(
    @DefaultValue("PT5S") Duration every,
    @DefaultValue("1") int atOnce,
    @DefaultValue("PT10M") Duration wholeUpTo,
    @DefaultValue("PT2M") Duration patience,
    @DefaultValue("P365D") Duration keepFootage,
    @DefaultValue("P30D") Duration keepDismissed,
    @DefaultValue("720") int markedHeight,
    @DefaultValue("12.5") double markedFps) {

  private static final Duration SHORTEST_WHOLE = Duration.ofMinutes(3);

  EvidenceSettings {
    require(!every.isNegative() && !every.isZero(), "every must be longer than nothing");
    require(atOnce >= 1 && atOnce <= 16, "at-once must be 1 to 16, not " + atOnce);
    require(
        wholeUpTo.compareTo(SHORTEST_WHOLE) >= 0,
        "whole-up-to must be at least " + SHORTEST_WHOLE + ", not " + wholeUpTo);
    require(!patience.isNegative(), "patience must not be negative");
    require(!keepFootage.isNegative(), "keep-footage must not be negative");
    require(!keepDismissed.isNegative(), "keep-dismissed must not be negative");
    require(markedHeight >= 240, "marked-height must be at least 240, not " + markedHeight);
    require(markedFps >= 1 && markedFps <= 60, "marked-fps must be 1 to 60, not " + markedFps);
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new StartupProblem("zaigang.evidence." + problem);
    }
  }
}
