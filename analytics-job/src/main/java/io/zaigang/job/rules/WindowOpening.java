package io.zaigang.job.rules;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.WindowObservation;
import java.time.Instant;
import java.util.List;

/**
 * An observation by no camera: it begins a window's time, so that a window whose cameras show
 * nothing at all is accounted for as well.
 */
public final class WindowOpening {

  private static final String NO_CAMERA = "";

  private WindowOpening() {}

  /** One for every window of the plan. */
  public static List<WindowObservation> ofAll(SitePlan plan, Instant at) {
    return plan.windows().stream().map(window -> of(window.id(), at)).toList();
  }

  static WindowObservation of(String windowId, Instant at) {
    return new WindowObservation(windowId, NO_CAMERA, at, BlindCause.NO_FOOTAGE, List.of());
  }

  static boolean is(WindowObservation observation) {
    return observation.cameraId().equals(NO_CAMERA);
  }
}
