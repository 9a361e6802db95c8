package io.zaigang.ingest.record;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubles up to a limit, without end, and scattered so
 * that what failed together does not come back together. Not thread-safe.
 */
public final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The wait before the next attempt: between half of the step and all of it. */
  public Duration next() {
    Duration step = next;
    next = step.multipliedBy(2).compareTo(longest) > 0 ? longest : step.multipliedBy(2);
    return Duration.ofMillis(Math.round(step.toMillis() * (0.5 + 0.5 * random.nextDouble())));
  }

  /** The last attempt went well. */
  public void reset() {
    next = first;
  }
}
