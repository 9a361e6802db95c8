package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;

/**
 * An incident as the database keeps it.
 *
 * @param version 1 for the first that came, one more for each that replaced it
 * @param changeNumber when it last changed, see {@link io.zaigang.dashboard.stream.ChangeNumbers}
 */
public record StoredIncident(Incident incident, int version, long changeNumber) {}
