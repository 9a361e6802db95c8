package io.zaigang.domain.phone;

import io.zaigang.domain.incident.Incident;
import java.util.List;

/**
 * What one step of {@link PhoneUseRule} gives.
 *
 * @param incidents new versions, in the order they came about
 */
public record PhoneUseStep(PhoneUseState state, List<Incident> incidents) {

  public PhoneUseStep {
    incidents = List.copyOf(incidents);
  }
}
