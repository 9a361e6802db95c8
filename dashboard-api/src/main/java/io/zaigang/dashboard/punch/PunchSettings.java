package io.zaigang.dashboard.punch;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.domain.punch.MakeUpDeadline;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the hall reads its 补卡 rules, under {@code zaigang.make-up.}.
 *
 * @param quota make-ups a person has in a calendar month
 * @param deadline whether the Monday after a missed punch still counts
 * @param approvals how many approvers have to agree, 1 or 2
 * @param before footage before the punch time that the evidence card shows and keeps
 * @param after footage after it
 */
@ConfigurationProperties("zaigang.make-up")
public record PunchSettings(
    @DefaultValue("6") int quota,
    @DefaultValue("END_OF_MONDAY") MakeUpDeadline deadline,
    @DefaultValue("1") int approvals,
    @DefaultValue("PT15M") Duration before,
    @DefaultValue("PT15M") Duration after) {

  private static final Duration LONGEST = Duration.ofHours(2);

  public PunchSettings {
    if (quota < 0) {
      throw new StartupProblem("zaigang.make-up.quota must be 0 or more, not " + quota);
    }
    if (approvals < 1 || approvals > 2) {
      throw new StartupProblem("zaigang.make-up.approvals must be 1 or 2, not " + approvals);
    }
    requireSpan("zaigang.make-up.before", before);
    requireSpan("zaigang.make-up.after", after);
  }

  private static void requireSpan(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new StartupProblem(name + " must be longer than nothing and at most 2 h, not " + value);
    }
  }
}
