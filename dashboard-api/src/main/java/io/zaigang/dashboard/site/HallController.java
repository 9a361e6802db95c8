package io.zaigang.dashboard.site;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hall, for the page. */
@RestController
class HallController {

  private final SitePlans plans;

  HallController(SitePlans plans) {
    this.plans = plans;
  }

  /** Hall, windows with their posts, cameras. */
  @GetMapping("/api/hall")
  HallView hall() {
    return HallView.of(plans.current().plan());
  }
}
