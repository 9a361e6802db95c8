package io.zaigang.domain.gathering;

import java.time.Instant;

/**
 * A gathering that goes on.
 *
 * @param startedAt the first sample with a group of the span that confirmed it
 * @param confirmedAt when the share was reached
 * @param lastSeen the latest sample with a group, not before {@code confirmedAt}
 * @param persons the largest group of all samples in its time
 * @param blindMillis time up to {@code lastSeen} in which the camera could not see
 * @param blindMillisSince the same since {@code lastSeen}
 */
public record Gathering(
    Instant startedAt,
    Instant confirmedAt,
    Instant lastSeen,
    int persons,
    long blindMillis,
    long blindMillisSince) {

  Gathering seenAgain(Instant at, int group) {
    return new Gathering(
        startedAt, confirmedAt, at, Math.max(persons, group), blindMillis + blindMillisSince, 0);
  }

  Gathering unseenFor(long millis) {
    return new Gathering(
        startedAt, confirmedAt, lastSeen, persons, blindMillis, blindMillisSince + millis);
  }
}
