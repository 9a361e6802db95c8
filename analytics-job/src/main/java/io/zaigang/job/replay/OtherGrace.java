package io.zaigang.job.replay;

import io.zaigang.domain.site.RuleOverrides;
import io.zaigang.domain.site.RuleOverrides.VacancyOverrides;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.RuleSettings.VacancySettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Duration;

/** A site plan as it would be with another grace. */
final class OtherGrace {

  private OtherGrace() {}

  /** The hall's and every window's own. */
  static SitePlan everywhere(SitePlan plan, Duration grace) {
    VacancySettings hall = plan.rules().vacancy();
    RuleSettings rules =
        new RuleSettings(
            new VacancySettings(grace, hall.absentAfter(), hall.presentAfter()),
            plan.rules().phoneUse(),
            plan.rules().gathering(),
            plan.rules().blindAfter());
    return plan.withRules(rules)
        .withPlaces(
            plan.windows().stream().map(window -> with(window, grace)).toList(), plan.areas());
  }

  private static ServiceWindow with(ServiceWindow window, Duration grace) {
    RuleOverrides own = window.rules();
    VacancyOverrides vacancy =
        new VacancyOverrides(grace, own.vacancy().absentAfter(), own.vacancy().presentAfter());
    return new ServiceWindow(
        window.id(),
        window.name(),
        window.unit(),
        window.kind(),
        window.minOnPost(),
        window.posts(),
        new RuleOverrides(vacancy, own.phoneUse(), own.gathering(), own.blindAfter()));
  }
}
