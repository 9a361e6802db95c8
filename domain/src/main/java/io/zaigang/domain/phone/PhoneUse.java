package io.zaigang.domain.phone;

import java.time.Instant;

/**
 * Prolonged use that goes on.
 *
 * @param postId where, mostly, when it was confirmed
 * @param startedAt the first look in use of the span that confirmed it
 * @param confirmedAt when the share was reached
 * @param lastInUse the latest look in use, not before {@code confirmedAt}
 * @param share the highest share of any span so far
 */
public record PhoneUse(
    String postId, Instant startedAt, Instant confirmedAt, Instant lastInUse, double share) {}
