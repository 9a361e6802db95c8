package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.site.Camera;
import org.springframework.stereotype.Component;

/** Lets through only cameras of the site plan. */
@Component
class CameraGate {

  private final SitePlans plans;

  CameraGate(SitePlans plans) {
    this.plans = plans;
  }

  /**
   * The id as the plan has it.
   *
   * @throws NotFound for any other
   */
  String require(String id, SignedIn user) {
    return plans
        .current()
        .plan()
        .camera(id)
        .map(Camera::id)
        .orElseThrow(() -> new NotFound("There is no camera with this id"));
  }
}
