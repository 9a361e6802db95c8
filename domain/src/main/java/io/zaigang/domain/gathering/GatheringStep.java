package io.zaigang.domain.gathering;

import io.zaigang.domain.incident.Incident;
import java.util.List;

/**
 * What one step of {@link GatheringRule} gives.
 *
 * @param incidents new versions, in the order they came about
 */
public record GatheringStep(GatheringState state, List<Incident> incidents) {

  public GatheringStep {
    incidents = List.copyOf(incidents);
  }
}
