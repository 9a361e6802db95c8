package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.domain.incident.Incident;
import org.springframework.stereotype.Component;

/** Nobody judges their own window, nor what they may not look at. */
@Component
class JudgeGate {

  private final SitePlans plans;

  JudgeGate(SitePlans plans) {
    this.plans = plans;
  }

  /**
   * Lets through who may judge this incident, whatever their roles.
   *
   * @throws Forbidden for all others
   */
  void require(SignedIn user, Incident incident) {
    if (concerns(user, incident)) {
      throw new Forbidden("This incident is about a window you work at: somebody else judges it");
    }
    boolean mayLook =
        incident.cameraIds().isEmpty() || incident.cameraIds().stream().anyMatch(user::mayWatch);
    if (!mayLook) {
      throw new Forbidden("You may not watch the footage of this incident, so you cannot judge it");
    }
  }

  /**
   * Lets through who may appeal: people of that window, and those who enter it for them.
   *
   * @throws Forbidden for all others
   */
  void requireMayAppeal(SignedIn user, Incident incident) {
    boolean forOthers = user.has(Role.DESK) || user.has(Role.SUPERVISOR);
    if (!forOthers && !concerns(user, incident)) {
      throw new Forbidden("This incident is not about a window you work at");
    }
  }

  /**
   * True where it is about a window this person works at. A gathering in an area belongs to every
   * window that the same cameras show.
   */
  private boolean concerns(SignedIn user, Incident incident) {
    if (incident.windowId() != null) {
      return user.worksAt(incident.windowId());
    }
    return plans.current().plan().windows().stream()
        .filter(window -> user.worksAt(window.id()))
        .anyMatch(window -> window.cameraIds().stream().anyMatch(incident.cameraIds()::contains));
  }
}
