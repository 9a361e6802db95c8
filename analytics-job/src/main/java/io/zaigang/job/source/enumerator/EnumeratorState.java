package io.zaigang.job.source.enumerator;

import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.split.FootageSplit;
import java.util.List;
import java.util.Set;

/**
 * What the enumerator must remember over a restart; the positions of cameras being read are in the
 * readers' own state.
 *
 * @param plan the site plan in force
 * @param waiting cameras that no reader has yet
 * @param handedOut cameras that some reader has, or has read to the end
 */
public record EnumeratorState(PlanVersion plan, List<FootageSplit> waiting, Set<String> handedOut) {

  public EnumeratorState {
    waiting = List.copyOf(waiting);
    handedOut = Set.copyOf(handedOut);
  }
}
