package io.zaigang.dashboard.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the evidence of an incident is, as the database keeps it.
 *
 * @param incidentVersion the version of the incident that this is about
 * @param to null while the incident goes on
 * @param attempts failures in a row
 * @param nextTryAt when somebody should look again
 */
record Evidence(
    String incidentId,
    int incidentVersion,
    EvidenceState state,
    @Nullable EvidenceReason reason,
    @Nullable String detail,
    Instant from,
    @Nullable Instant to,
    int attempts,
    Instant nextTryAt,
    @Nullable Instant madeAt) {}
