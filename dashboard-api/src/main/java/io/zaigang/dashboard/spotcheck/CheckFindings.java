package io.zaigang.dashboard.spotcheck;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What checks found, for whoever publishes it. */
@Component
public class CheckFindings {

  private final SpotCheckStore store;

  CheckFindings(SpotCheckStore store) {
    this.store = store;
  }

  /** Findings made in {@code [from, to)} and not taken back, oldest first. */
  public List<CheckFinding> foundIn(Instant from, Instant to) {
    return store.checkedIn(from, to).stream().flatMap(CheckFindings::of).toList();
  }

  private static Stream<CheckFinding> of(StoredCheck check) {
    StoredCheck.Outcome outcome = check.outcome();
    if (check.state() != CheckState.DONE || outcome == null) {
      return Stream.empty();
    }
    return check.items().stream()
        .filter(item -> item.verdict() == ItemVerdict.FINDING)
        .map(
            item ->
                new CheckFinding(
                    check.id(),
                    check.windowId(),
                    item.item(),
                    item.remark() == null ? "" : item.remark(),
                    check.at(),
                    check.end(),
                    outcome.at()));
  }
}
