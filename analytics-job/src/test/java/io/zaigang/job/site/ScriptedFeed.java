package io.zaigang.job.site;

import io.zaigang.domain.site.SitePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A feed whose plan the test changes, also while a job runs in this process. */
public final class ScriptedFeed implements PlanFeed {

  private static final long serialVersionUID = 1;
  private static final Map<String, PlanDocument> NOW = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final PlanDocument initial;

  public ScriptedFeed(SitePlan initial) {
    this.initial = PlanDocument.of(initial);
    NOW.put(name, this.initial);
  }

  public void become(SitePlan plan) {
    NOW.put(name, PlanDocument.of(plan));
  }

  public void fail() {
    NOW.remove(name);
  }

  @Override
  public SitePlan initialPlan() {
    return initial.plan();
  }

  @Override
  public SitePlan plan() throws IOException {
    PlanDocument now = NOW.get(name);
    if (now == null) {
      throw new IOException("nobody answers");
    }
    return now.plan();
  }

  @Override
  public Duration pollEvery() {
    return Duration.ofMillis(100);
  }
}
