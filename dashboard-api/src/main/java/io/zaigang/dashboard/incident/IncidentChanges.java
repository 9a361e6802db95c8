package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.stream.Change;
import io.zaigang.dashboard.stream.ChangeSource;
import io.zaigang.dashboard.web.HallTimes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Incidents in the live stream, under the event name {@code incident}. */
@Component
class IncidentChanges implements ChangeSource {

  private final IncidentStore store;
  private final HallTimes times;

  IncidentChanges(IncidentStore store, HallTimes times) {
    this.store = store;
    this.times = times;
  }

  @Override
  public List<Change> changes(long after, long upTo, int limit) {
    return store.changed(after, upTo, limit).stream()
        .map(i -> new Change(i.changeNumber(), "incident", IncidentView.of(i, times)))
        .toList();
  }
}
