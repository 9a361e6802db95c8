package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.stream.ChangeNumbers;
import io.zaigang.domain.incident.Incident;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what the job found, once, however often it is sent. */
@Service
class IncidentIntake {

  private final IncidentStore store;
  private final ChangeNumbers numbers;
  private final ApplicationEventPublisher events;

  IncidentIntake(IncidentStore store, ChangeNumbers numbers, ApplicationEventPublisher events) {
    this.store = store;
    this.numbers = numbers;
    this.events = events;
  }

  /**
   * Stores those that are new, or later than what is stored.
   *
   * @return how many changed anything
   */
  @Transactional
  public int take(List<Incident> incidents) {
    numbers.begin();
    int changed = 0;
    for (Incident incident : incidents) {
      changed += take(incident) ? 1 : 0;
    }
    return changed;
  }

  private boolean take(Incident incident) {
    Optional<StoredIncident> stored = store.find(incident.id());
    if (stored.isPresent() && !IncidentVersions.isLater(incident, stored.get().incident())) {
      return false;
    }
    long number = numbers.next();
    store.put(
        stored
            .map(before -> before.with(incident, number))
            .orElseGet(() -> StoredIncident.first(incident, number)));
    events.publishEvent(new IncidentTaken(incident));
    return true;
  }
}
