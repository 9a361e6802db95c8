package io.zaigang.dashboard.site;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The plan as the job and the recorder get it: the version in force, and when its windows are
 * closed with leave. Versions hold no closures, as duty keeps them; so this changes more often.
 */
@Component
public class ServedPlan {

  /** Footage of so long ago may still be waiting for the job. */
  private static final int DAYS_BACK = 31;

  private final SitePlans plans;
  private final ClosedWindows closed;
  private final Clock clock;
  private volatile @Nullable Served last;

  ServedPlan(SitePlans plans, ClosedWindows closed, Clock clock) {
    this.plans = plans;
    this.closed = closed;
    this.clock = clock;
  }

  /**
   * What is handed out.
   *
   * @param etag another one whenever the text is another
   */
  record Served(SitePlanVersion version, SitePlan plan, String yaml, String etag) {}

  /** The plan in force, closures included. */
  public SitePlan plan() {
    return now().plan();
  }

  Served now() {
    Instant since = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(DAYS_BACK, ChronoUnit.DAYS);
    SitePlanVersion version = plans.current();
    List<WindowClosure> closures = closed.inForceAfter(since);
    SitePlan plan = version.plan().closedAt(closures);
    Served before = last;
    if (before != null && before.version().equals(version) && before.plan().equals(plan)) {
      return before;
    }
    String yaml = plan.closures().isEmpty() ? version.yaml() : SitePlanFile.toYaml(plan);
    Served served = new Served(version, plan, yaml, SitePlans.sha256(yaml));
    last = served;
    return served;
  }
}
