package io.zaigang.dashboard.presence;

import io.zaigang.dashboard.stream.Change;
import io.zaigang.dashboard.stream.ChangeSource;
import io.zaigang.dashboard.web.HallTimes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Presence in the live stream, under the event name {@code presence}. */
@Component
class PresenceChanges implements ChangeSource {

  private final PresenceStore store;
  private final HallTimes times;

  PresenceChanges(PresenceStore store, HallTimes times) {
    this.store = store;
    this.times = times;
  }

  @Override
  public List<Change> changes(long after, long upTo, int limit) {
    return store.changed(after, upTo, limit).stream()
        .map(
            numbered ->
                new Change(
                    numbered.changeNumber(),
                    "presence",
                    PresenceView.of(numbered.presence(), times)))
        .toList();
  }
}
