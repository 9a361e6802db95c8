package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.site.Camera;
import org.springframework.stereotype.Component;

/** Lets through only cameras of the site plan, and of those only the ones a person may watch. */
@Component
public class CameraGate {

  private final SitePlans plans;

  CameraGate(SitePlans plans) {
    this.plans = plans;
  }

  /**
   * The id as the plan has it.
   *
   * @throws NotFound for any other
   * @throws Forbidden for one this person may not watch
   */
  public String require(String id, SignedIn user) {
    String camera = inPlan(id);
    if (!user.mayWatch(camera)) {
      throw new Forbidden("Camera '" + camera + "' is not among those you may watch");
    }
    return camera;
  }

  private String inPlan(String id) {
    return plans
        .current()
        .plan()
        .camera(id)
        .map(Camera::id)
        .orElseThrow(() -> new NotFound("There is no camera with this id"));
  }
}
