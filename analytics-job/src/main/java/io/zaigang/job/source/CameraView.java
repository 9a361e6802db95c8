package io.zaigang.job.source;

import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The site plan as one camera sees it: what is needed to read and judge its pictures.
 *
 * @param analysisFps samples a second
 * @param zones where this camera sees posts, in plan order
 * @param taughtHead whether what the site taught the phone stage is used, where there is something
 */
public record CameraView(
    String cameraId, double analysisFps, List<PostZone> zones, boolean taughtHead) {

  public CameraView {
    zones = List.copyOf(zones);
  }

  /** With what the site taught, as it is where the plan does not say otherwise. */
  public CameraView(String cameraId, double analysisFps, List<PostZone> zones) {
    this(cameraId, analysisFps, zones, true);
  }

  public static CameraView of(SitePlan plan, Camera camera) {
    List<PostZone> zones = new ArrayList<>();
    for (ServiceWindow window : plan.windows()) {
      Duration lookEvery = plan.rulesFor(window).phoneUse().lookEvery();
      for (Post post : window.posts()) {
        for (Zone zone : post.zones()) {
          if (zone.cameraId().equals(camera.id())) {
            zones.add(new PostZone(post.id(), zone.polygon(), lookEvery));
          }
        }
      }
    }
    return new CameraView(camera.id(), camera.analysisFps(), zones, plan.operation().taughtHead());
  }

  /** Every camera of a plan, by id, in plan order. */
  public static Map<String, CameraView> byCamera(SitePlan plan) {
    Map<String, CameraView> views = new LinkedHashMap<>();
    plan.cameras().forEach(camera -> views.put(camera.id(), of(plan, camera)));
    return views;
  }
}
