package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.settings.StartupProblem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hall's DingTalk application, under {@code zaigang.dingtalk.}.
 *
 * @param enabled nothing is asked of DingTalk unless this is true
 * @param url of DingTalk's server API
 * @param appKey of the application
 * @param appSecretFile file with the application's secret; it stands in no setting
 * @param processes codes of the approval forms; forms without a code are not read
 * @param fields titles of the fields on these forms
 * @param every how often to ask
 * @param lookBack how far back to ask each time, so that what was missed is found
 * @param callsPerSecond at most; DingTalk bans who asks faster than it allows
 */
@ConfigurationProperties("zaigang.dingtalk")
public record DingtalkSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://oapi.dingtalk.com") URI url,
    @Nullable String appKey,
    @Nullable Path appSecretFile,
    @DefaultValue Processes processes,
    @DefaultValue Fields fields,
    @DefaultValue("PT10M") Duration every,
    @DefaultValue("P7D") Duration lookBack,
    @DefaultValue("15") int callsPerSecond) {

  private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(60);

  /** Codes of the approval forms. */
  public record Processes(
      @Nullable String outing,
      @Nullable String leave,
      @Nullable String trip,
      @Nullable String secondment,
      @Nullable String makeUp) {}

  /** Titles of the fields on the forms. */
  public record Fields(
      @DefaultValue("开始时间") String from,
      @DefaultValue("结束时间") String to,
      @DefaultValue("事由") String reason,
      @DefaultValue("补卡时间") String makeUpTime) {}

  public DingtalkSettings {
    if (enabled && (appKey == null || appKey.isBlank() || appSecretFile == null)) {
      throw new StartupProblem(
          "zaigang.dingtalk.enabled needs zaigang.dingtalk.app-key and"
              + " zaigang.dingtalk.app-secret-file");
    }
    if (callsPerSecond < 1 || callsPerSecond > 20) {
      throw new StartupProblem(
          "zaigang.dingtalk.calls-per-second must be 1 to 20, not " + callsPerSecond);
    }
    if (every.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new StartupProblem("zaigang.dingtalk.every must be a minute or more, not " + every);
    }
    if (lookBack.isNegative() || lookBack.isZero() || lookBack.compareTo(LONGEST_LOOK_BACK) > 0) {
      throw new StartupProblem(
          "zaigang.dingtalk.look-back must be longer than nothing, at most 60 days, not "
              + lookBack);
    }
  }
}
