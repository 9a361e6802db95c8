package io.zaigang.dashboard.presence;

import io.zaigang.dashboard.intake.ItemFields;
import io.zaigang.dashboard.stream.ChangeNumbers;
import io.zaigang.domain.presence.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest presence of each window: the one with the latest media time. */
@Service
class PresenceIntake {

  private static final int MOST_SEEN = 1000;

  private final PresenceStore store;
  private final ChangeNumbers numbers;

  PresenceIntake(PresenceStore store, ChangeNumbers numbers) {
    this.store = store;
    this.numbers = numbers;
  }

  /**
   * Stores what is newer than what is known; an older or equal report changes nothing.
   *
   * @return how many changed anything
   */
  @Transactional
  public int take(List<WindowPresence> reports) {
    numbers.begin();
    int changed = 0;
    for (WindowPresence report : reports) {
      Optional<WindowPresence> known = store.find(report.windowId());
      if (known.isEmpty() || report.at().isAfter(known.get().at())) {
        store.put(report, numbers.next());
        changed++;
      }
    }
    return changed;
  }

  static WindowPresence read(ItemFields fields) {
    String windowId = fields.id("windowId");
    Instant at = fields.instant("at");
    Presence presence = fields.oneOf("presence", Presence.class);
    int seen = (int) fields.amount("seen", MOST_SEEN);
    Instant since = fields.instant("since");
    String cause = fields.idOrNull("cause");
    fields.require(!since.isAfter(at), "since must not be after at");
    return new WindowPresence(windowId, at, presence, seen, since, cause);
  }
}
