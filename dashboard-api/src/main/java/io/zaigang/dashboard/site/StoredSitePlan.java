package io.zaigang.dashboard.site;

import java.time.Instant;

/**
 * A version of the site plan as the database keeps it.
 *
 * @param note why, as its author said; may be empty
 */
public record StoredSitePlan(
    int number, String yaml, String sha256, Instant storedAt, String storedBy, String note) {}
