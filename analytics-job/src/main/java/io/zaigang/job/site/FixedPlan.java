package io.zaigang.job.site;

import io.zaigang.domain.site.SitePlan;
import java.time.Duration;

/** The plan of a bounded run. */
record FixedPlan(PlanDocument document) implements PlanFeed {

  @Override
  public SitePlan initialPlan() {
    return document.plan();
  }

  @Override
  public SitePlan plan() {
    return document.plan();
  }

  @Override
  public Duration pollEvery() {
    return Duration.ZERO;
  }
}
