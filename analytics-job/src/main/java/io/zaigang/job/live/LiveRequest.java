package io.zaigang.job.live;

import io.zaigang.job.dashboard.DashboardAddress;
import io.zaigang.job.site.PlanFeed;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What to follow and whom to tell.
 *
 * @param firstFrom where to begin when there is no checkpoint
 * @param parallelism cameras read at once
 * @param metricsPort loopback port of {@code /metrics}; 0 for none
 */
public record LiveRequest(
    PlanFeed plans,
    Path dataDir,
    DashboardAddress dashboard,
    Instant firstFrom,
    int parallelism,
    int metricsPort) {

  Path checkpoints() {
    return dataDir.resolve("checkpoints");
  }
}
