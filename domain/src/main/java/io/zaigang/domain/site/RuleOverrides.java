package io.zaigang.domain.site;

import io.zaigang.domain.site.RuleSettings.GatheringSettings;
import io.zaigang.domain.site.RuleSettings.PhoneUseSettings;
import io.zaigang.domain.site.RuleSettings.VacancySettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Rules of one service window where they differ from the hall's; null: as in the hall.
 *
 * <p>Only what was written is kept, so that a later change of the hall's rules reaches every window
 * that did not decide otherwise.
 */
public record RuleOverrides(
    VacancyOverrides vacancy,
    PhoneUseOverrides phoneUse,
    GatheringOverrides gathering,
    @Nullable Duration blindAfter) {

  /** Nothing differs. */
  public static final RuleOverrides NONE =
      new RuleOverrides(
          new VacancyOverrides(null, null, null),
          new PhoneUseOverrides(null, null, null),
          new GatheringOverrides(null, null, null, null),
          null);

  /** The hall's rules with these in their place. */
  public RuleSettings over(RuleSettings hall) {
    return new RuleSettings(
        vacancy.over(hall.vacancy()),
        phoneUse.over(hall.phoneUse()),
        gathering.over(hall.gathering()),
        or(blindAfter, hall.blindAfter()));
  }

  private static <T> T or(@Nullable T own, T hall) {
    return own == null ? hall : own;
  }

  /** See {@link VacancySettings}. */
  public record VacancyOverrides(
      @Nullable Duration grace, @Nullable Duration absentAfter, @Nullable Duration presentAfter) {

    private VacancySettings over(VacancySettings hall) {
      return new VacancySettings(
          or(grace, hall.grace()),
          or(absentAfter, hall.absentAfter()),
          or(presentAfter, hall.presentAfter()));
    }
  }

  /** See {@link PhoneUseSettings}. */
  public record PhoneUseOverrides(
      @Nullable Duration window, @Nullable Double share, @Nullable Duration lookEvery) {

    private PhoneUseSettings over(PhoneUseSettings hall) {
      return new PhoneUseSettings(
          or(window, hall.window()), or(share, hall.share()), or(lookEvery, hall.lookEvery()));
    }
  }

  /** See {@link GatheringSettings}. */
  public record GatheringOverrides(
      @Nullable Duration window,
      @Nullable Double share,
      @Nullable Integer minPersons,
      @Nullable Double reach) {

    private GatheringSettings over(GatheringSettings hall) {
      return new GatheringSettings(
          or(window, hall.window()),
          or(share, hall.share()),
          or(minPersons, hall.minPersons()),
          or(reach, hall.reach()));
    }
  }
}
