package io.zaigang.job.site;

import io.zaigang.domain.site.SitePlan;
import java.io.Serializable;
import java.time.Instant;

/**
 * A site plan and from when on, in media time, it is in force.
 *
 * @param validFrom whole milliseconds
 */
public record PlanVersion(PlanDocument document, Instant validFrom) implements Serializable {

  /** A plan in force from an instant on, cut to milliseconds. */
  public static PlanVersion from(SitePlan plan, Instant validFrom) {
    return new PlanVersion(PlanDocument.of(plan), Instant.ofEpochMilli(validFrom.toEpochMilli()));
  }

  public SitePlan plan() {
    return document.plan();
  }
}
