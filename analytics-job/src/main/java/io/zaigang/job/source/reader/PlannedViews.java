package io.zaigang.job.source.reader;

import io.zaigang.job.source.CameraView;
import java.util.Map;

/**
 * What each camera of the newest site plan looks at: set by the task, read by its fetching thread.
 */
final class PlannedViews {

  private volatile Map<String, CameraView> byCamera = Map.of();

  void become(Map<String, CameraView> views) {
    byCamera = Map.copyOf(views);
  }

  /** Another object after each change. */
  Map<String, CameraView> byCamera() {
    return byCamera;
  }
}
