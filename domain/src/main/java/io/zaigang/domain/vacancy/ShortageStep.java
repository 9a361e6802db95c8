package io.zaigang.domain.vacancy;

import io.zaigang.domain.incident.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one span of time gives.
 *
 * @param shortage what goes on at its end; null: nothing is short
 * @param incidents new versions, in order
 */
public record ShortageStep(@Nullable Shortage shortage, List<Incident> incidents) {

  public ShortageStep {
    incidents = List.copyOf(incidents);
  }
}
