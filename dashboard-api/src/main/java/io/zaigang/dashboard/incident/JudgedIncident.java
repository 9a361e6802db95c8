package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.review.Review;

/** An incident and what people made of it. */
public record JudgedIncident(Incident incident, Review review) {}
