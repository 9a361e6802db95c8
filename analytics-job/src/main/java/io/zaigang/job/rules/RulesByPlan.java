package io.zaigang.job.rules;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.domain.window.ServiceWindowRules;
import io.zaigang.job.site.PlanVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of each window by each site plan in use; made once, as they hold settings only.
 *
 * <p>When windows are closed is taken from the newest plan for all of them: a closure says itself
 * when it counts, and a job that was away while it was entered must not accuse anybody for it.
 */
final class RulesByPlan {

  private final Map<PlanVersion, Map<String, ServiceWindowRules>> byPlan = new HashMap<>();
  private List<WindowClosure> closures = List.of();

  /** From now on windows are closed then, by whatever plan time is judged. */
  void closedAt(List<WindowClosure> newest) {
    if (!newest.equals(closures)) {
      closures = newest;
      byPlan.clear();
    }
  }

  /** Null where the plan has no such window. */
  @Nullable ServiceWindowRules of(String windowId, PlanVersion version) {
    return byPlan.computeIfAbsent(version, this::rulesOf).get(windowId);
  }

  void forget(PlanVersion version) {
    byPlan.remove(version);
  }

  private Map<String, ServiceWindowRules> rulesOf(PlanVersion version) {
    SitePlan plan = version.plan().closedAt(closures);
    Map<String, ServiceWindowRules> rules = new HashMap<>();
    plan.windows().forEach(window -> rules.put(window.id(), new ServiceWindowRules(plan, window)));
    return rules;
  }
}
