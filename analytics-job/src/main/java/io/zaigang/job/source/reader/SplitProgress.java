package io.zaigang.job.source.reader;

import io.zaigang.job.source.CameraMemory;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.split.FootageSplit;

/** How far one camera has been emitted: the mutable side of a split, owned by the task. */
final class SplitProgress {

  private final CameraMemory memory;
  private FootageSplit split;
  private CameraView view;

  SplitProgress(FootageSplit split, CameraView view) {
    this.split = split;
    this.view = view;
    this.memory = new CameraMemory(split.memory());
  }

  /** As it is to be stored. */
  FootageSplit split() {
    return split.remembering(memory.image());
  }

  boolean follows() {
    return split.follows();
  }

  /** A sample was emitted. */
  void sampledAt(long atMillis) {
    split = split.sampledAt(atMillis);
  }

  /** Nothing before this is left to be emitted. */
  void passed(long millis) {
    split = split.passed(millis);
  }

  CameraMemory memory() {
    return memory;
  }

  CameraView view() {
    return view;
  }

  void seenAs(CameraView newView) {
    view = newView;
  }
}
