package io.zaigang.dashboard.site;

import io.zaigang.dashboard.Desks;

/** Puts the site plan back as it was: it outlives a test, as versions are never deleted. */
public final class SitePlanRestorer {

  private final SitePlans plans;
  private final SitePlanVersion before;

  private SitePlanRestorer(SitePlans plans) {
    this.plans = plans;
    this.before = plans.current();
  }

  /** Remembers the plan in force. */
  public static SitePlanRestorer of(Desks desks) {
    return new SitePlanRestorer(desks.bean(SitePlans.class));
  }

  public void restore() {
    plans.inForce(plans.change(plans.current().number(), before.plan(), "test", ""));
  }
}
