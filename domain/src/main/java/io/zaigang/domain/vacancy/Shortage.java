package io.zaigang.domain.vacancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of too few people on post that may become, or is, an incident.
 *
 * @param startedAt when it really began
 * @param confirmedAt when it crossed the grace; null before
 * @param shortMillis seen to be short so far: the clock of the grace
 * @param blindMillis unseen so far: the clock stood still
 * @param seen posts staffed when it was confirmed; before, when it was last short
 * @param sincePeriodStart whether it began with the working period
 * @param shortAtLast whether people were missing, not merely unseen, at its latest moment
 */
public record Shortage(
    Instant startedAt,
    @Nullable Instant confirmedAt,
    long shortMillis,
    long blindMillis,
    int seen,
    boolean sincePeriodStart,
    boolean shortAtLast) {

  public boolean confirmed() {
    return confirmedAt != null;
  }
}
