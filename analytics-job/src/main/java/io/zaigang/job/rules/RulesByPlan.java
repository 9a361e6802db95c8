package io.zaigang.job.rules;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.ServiceWindowRules;
import io.zaigang.job.site.PlanVersion;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of each window by each site plan in use; made once, as they hold settings only. */
final class RulesByPlan {

  private final Map<PlanVersion, Map<String, ServiceWindowRules>> byPlan = new HashMap<>();

  /** Null where the plan has no such window. */
  @Nullable ServiceWindowRules of(String windowId, PlanVersion version) {
    return byPlan.computeIfAbsent(version, RulesByPlan::rulesOf).get(windowId);
  }

  void forget(PlanVersion version) {
    byPlan.remove(version);
  }

  private static Map<String, ServiceWindowRules> rulesOf(PlanVersion version) {
    SitePlan plan = version.plan();
    Map<String, ServiceWindowRules> rules = new HashMap<>();
    plan.windows().forEach(window -> rules.put(window.id(), new ServiceWindowRules(plan, window)));
    return rules;
  }
}
