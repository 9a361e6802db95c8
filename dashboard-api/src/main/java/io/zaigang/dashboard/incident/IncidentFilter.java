package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.review.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are wanted; empty lists and nulls want all.
 *
 * @param from earliest start, included
 * @param to latest start, excluded
 */
record IncidentFilter(
    List<IncidentType> types,
    List<String> windowIds,
    @Nullable IncidentStatus status,
    List<Standing> standings,
    @Nullable Instant from,
    @Nullable Instant to) {

  IncidentFilter {
    types = List.copyOf(types);
    windowIds = List.copyOf(windowIds);
    standings = List.copyOf(standings);
  }
}
