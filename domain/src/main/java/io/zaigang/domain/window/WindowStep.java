package io.zaigang.domain.window;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.util.List;

/**
 * What one step of {@link ServiceWindowRules} gives: the state to keep and what to pass on.
 *
 * @param incidents new versions of incidents, in the order they came about
 * @param minutes complete minutes, in order, each minute once
 * @param changes changes of the window's presence or of the number of staffed posts, in order
 */
public record WindowStep(
    WindowState state,
    List<Incident> incidents,
    List<OccupancyMinute> minutes,
    List<WindowPresence> changes) {

  public WindowStep {
    incidents = List.copyOf(incidents);
    minutes = List.copyOf(minutes);
    changes = List.copyOf(changes);
  }
}
