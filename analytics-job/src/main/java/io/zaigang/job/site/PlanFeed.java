package io.zaigang.job.site;

import io.zaigang.domain.site.SitePlan;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;

/** Where the site plan in force comes from; goes with the job to wherever it runs. */
public interface PlanFeed extends Serializable {

  /** The plan that the job starts with: the last good copy. */
  SitePlan initialPlan();

  /**
   * The plan in force now. May take its time: called apart from the job's own threads.
   *
   * @throws IOException when nobody could be asked; the job goes on with the plan it has
   */
  SitePlan plan() throws IOException;

  /** How often to ask; zero: never, the plan is fixed. */
  Duration pollEvery();

  /** A plan that does not change while the job runs. */
  static PlanFeed fixed(SitePlan plan) {
    return new FixedPlan(PlanDocument.of(plan));
  }
}
