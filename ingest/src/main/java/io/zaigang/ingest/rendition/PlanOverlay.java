package io.zaigang.ingest.rendition;

import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.Zone;
import io.zaigang.ingest.rendition.Overlay.Blur;
import io.zaigang.ingest.rendition.Overlay.Outline;
import java.util.ArrayList;
import java.util.List;

/** What a site plan says of a camera's picture. */
public final class PlanOverlay {

  private PlanOverlay() {}

  /** For any footage of a camera: all posts that it sees. */
  public static Overlay of(SitePlan plan, String cameraId) {
    List<Outline> posts = posts(plan.windows(), cameraId);
    return new Overlay(
        plan.hall().name(),
        plan.camera(cameraId).map(Camera::name).orElse(cameraId),
        plan.hall().timeZone(),
        posts,
        Blur.NONE,
        polygons(posts));
  }

  /** The posts of these windows that a camera sees; named with their window where it takes that. */
  public static List<Outline> posts(List<ServiceWindow> windows, String cameraId) {
    List<Outline> outlines = new ArrayList<>();
    for (ServiceWindow window : windows) {
      for (Post post : window.posts()) {
        for (Zone zone : post.zones()) {
          if (zone.cameraId().equals(cameraId)) {
            String name = windows.size() == 1 ? post.name() : window.name() + " " + post.name();
            outlines.add(new Outline(name, zone.polygon()));
          }
        }
      }
    }
    return outlines;
  }

  private static List<Polygon> polygons(List<Outline> outlines) {
    return outlines.stream().map(Outline::polygon).toList();
  }
}
