package io.zaigang.dashboard.stream;

import java.util.List;

/**
 * A table whose rows bear the number of their last change. Together such tables are the log of
 * changes, with all but the newest state of each thing already cleaned away: a desk that slept for
 * a week gets each thing once, as it is now.
 */
public interface ChangeSource {

  /** Things changed in {@code (after, upTo]}, in order of their numbers, at most {@code limit}. */
  List<Change> changes(long after, long upTo, int limit);
}
