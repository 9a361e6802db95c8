package io.zaigang.dashboard.site;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowKind;
import java.util.List;

/** What the page needs to know of the site plan: names and what belongs together, no addresses. */
record HallView(HallName hall, List<WindowName> windows, List<CameraName> cameras) {

  record HallName(String id, String name, String timeZone) {}

  record WindowName(
      String id,
      String name,
      String unit,
      WindowKind kind,
      int minOnPost,
      List<PostName> posts,
      List<String> cameraIds) {}

  record PostName(String id, String name) {}

  record CameraName(String id, String name) {}

  static HallView of(SitePlan plan) {
    return new HallView(
        new HallName(plan.hall().id(), plan.hall().name(), plan.hall().timeZone().getId()),
        plan.windows().stream()
            .map(
                window ->
                    new WindowName(
                        window.id(),
                        window.name(),
                        window.unit(),
                        window.kind(),
                        window.minOnPost(),
                        window.posts().stream()
                            .map(post -> new PostName(post.id(), post.name()))
                            .toList(),
                        List.copyOf(window.cameraIds())))
            .toList(),
        plan.cameras().stream().map(c -> new CameraName(c.id(), c.name())).toList());
  }
}
