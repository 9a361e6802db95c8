package io.zaigang.job.source.reader;

import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.split.FootageSplit;

/** How far one camera has been emitted: the mutable side of a split, owned by the task. */
final class SplitProgress {

  private FootageSplit split;
  private CameraView view;

  SplitProgress(FootageSplit split, CameraView view) {
    this.split = split;
    this.view = view;
  }

  FootageSplit split() {
    return split;
  }

  void become(FootageSplit newSplit) {
    split = newSplit;
  }

  CameraView view() {
    return view;
  }

  void seenAs(CameraView newView) {
    view = newView;
  }
}
