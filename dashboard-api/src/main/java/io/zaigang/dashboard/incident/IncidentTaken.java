package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;

/** An incident is new, or has become another; told within the transaction that stored it. */
public record IncidentTaken(Incident incident) {}
