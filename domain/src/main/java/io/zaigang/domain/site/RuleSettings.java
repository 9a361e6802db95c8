package io.zaigang.domain.site;

import java.time.Duration;

/**
 * Thresholds of the hall's rules.
 *
 * @param blindAfter no usable picture for longer than this: UNKNOWN
 */
public record RuleSettings(
    VacancySettings vacancy,
    PhoneUseSettings phoneUse,
    GatheringSettings gathering,
    Duration blindAfter) {

  /** What holds where the plan says nothing; the figures are the regulation's, see domain docs. */
  public static final RuleSettings DEFAULT =
      new RuleSettings(
          new VacancySettings(Duration.ofMinutes(5), Duration.ofSeconds(20), Duration.ofSeconds(4)),
          new PhoneUseSettings(Duration.ofMinutes(2), 0.6, Duration.ofSeconds(5)),
          new GatheringSettings(Duration.ofMinutes(3), 0.7, 3, 1.0),
          Duration.ofSeconds(15));

  /**
   * @param grace how long a window may be short of people before it is a violation
   * @param absentAfter a post is empty once nobody was seen for this long
   * @param presentAfter a post is staffed once someone was seen for this long
   */
  public record VacancySettings(Duration grace, Duration absentAfter, Duration presentAfter) {}

  /**
   * @param window span over which looks are counted
   * @param share share of looks with a phone in use that makes it prolonged use, 0 to 1
   * @param lookEvery time between two looks at one person
   */
  public record PhoneUseSettings(Duration window, double share, Duration lookEvery) {}

  /**
   * @param window span over which samples are counted
   * @param share share of samples with a group that makes it a gathering, 0 to 1
   * @param minPersons smallest group
   * @param reach largest gap between two linked people, in mean box heights
   */
  public record GatheringSettings(Duration window, double share, int minPersons, double reach) {}
}
