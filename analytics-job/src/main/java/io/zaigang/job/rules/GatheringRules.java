package io.zaigang.job.rules;

import io.zaigang.domain.gathering.GatheringRule;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.AreaKind;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.site.PlanVersion;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gathering rule of each staff area by each site plan in use. */
final class GatheringRules {

  private final Map<PlanVersion, Map<String, GatheringRule>> byPlan = new HashMap<>();

  /** Null where the plan has no such staff area. */
  @Nullable GatheringRule of(String areaId, PlanVersion version) {
    return byPlan.computeIfAbsent(version, GatheringRules::rulesOf).get(areaId);
  }

  void forget(PlanVersion version) {
    byPlan.remove(version);
  }

  private static Map<String, GatheringRule> rulesOf(PlanVersion version) {
    SitePlan plan = version.plan();
    Map<String, GatheringRule> rules = new HashMap<>();
    for (Area area : plan.areas()) {
      if (area.kind() == AreaKind.STAFF_AREA) {
        rules.put(area.id(), new GatheringRule(plan, area));
      }
    }
    return rules;
  }
}
