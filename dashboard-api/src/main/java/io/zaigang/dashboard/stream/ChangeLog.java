package io.zaigang.dashboard.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All {@link ChangeSource}s as one log. */
@Component
class ChangeLog {

  private final List<ChangeSource> sources;
  private final ChangeNumbers numbers;

  ChangeLog(List<ChangeSource> sources, ChangeNumbers numbers) {
    this.sources = List.copyOf(sources);
    this.numbers = numbers;
  }

  /** The newest number that can be read. */
  long last() {
    return numbers.last();
  }

  /**
   * Changes in {@code (after, upTo]}, in order. {@code upTo} must have been {@link #last} before:
   * then nothing numbered up to it can still be on its way, and a row that has meanwhile changed
   * again comes later under its new number.
   *
   * @return at most {@code limit + 1}: one too many says that there are more
   */
  List<Change> between(long after, long upTo, int limit) {
    List<Change> changes = new ArrayList<>();
    for (ChangeSource source : sources) {
      changes.addAll(source.changes(after, upTo, limit + 1));
    }
    changes.sort(Comparator.comparingLong(Change::number));
    return changes.size() > limit + 1 ? changes.subList(0, limit + 1) : changes;
  }
}
