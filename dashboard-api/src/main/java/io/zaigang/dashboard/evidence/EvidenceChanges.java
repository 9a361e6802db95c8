package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.stream.Change;
import io.zaigang.dashboard.stream.ChangeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evidence in the live stream, under the event name {@code evidence}: ask anew for the whole. */
@Component
class EvidenceChanges implements ChangeSource {

  /** What the event says. */
  record News(String incidentId, EvidenceState state, @Nullable EvidenceReason reason) {}

  private final EvidenceStore store;

  EvidenceChanges(EvidenceStore store) {
    this.store = store;
  }

  @Override
  public List<Change> changes(long after, long upTo, int limit) {
    return store.changed(after, upTo, limit).stream()
        .map(row -> new Change(row.changeNumber(), "evidence", news(row.evidence())))
        .toList();
  }

  private static News news(Evidence evidence) {
    return new News(evidence.incidentId(), evidence.state(), evidence.reason());
  }
}
