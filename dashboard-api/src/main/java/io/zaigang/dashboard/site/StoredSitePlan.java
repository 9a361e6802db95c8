package io.zaigang.dashboard.site;

import java.time.Instant;

/** A version of the site plan as the database keeps it. */
record StoredSitePlan(int number, String yaml, String sha256, Instant storedAt, String storedBy) {}
