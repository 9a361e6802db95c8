package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.Zone;
import io.zaigang.ingest.rendition.Overlay;
import io.zaigang.ingest.rendition.Overlay.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is burnt into renditions, from the site plan in force. */
@Component
public class ClipOverlay {

  /** The hall's own words. */
  private static final Map<IncidentType, String> TYPES =
      Map.of(
          IncidentType.VACANCY, "空岗",
          IncidentType.POST_UNATTENDED, "离岗（有人顶岗）",
          IncidentType.PHONE_USE, "长时间看手机",
          IncidentType.GATHERING, "柜台内聚集说话");

  private final SitePlans plans;

  ClipOverlay(SitePlans plans) {
    this.plans = plans;
  }

  /** For a clip of an incident. */
  public Overlay of(Incident incident, String cameraId) {
    SitePlan plan = plans.current().plan();
    Optional<ServiceWindow> window = Optional.ofNullable(incident.windowId()).flatMap(plan::window);
    Optional<Area> area =
        plan.areas().stream().filter(a -> a.id().equals(incident.areaId())).findFirst();
    List<Outline> outlines = new ArrayList<>();
    window.ifPresent(w -> outlines.addAll(posts(List.of(w), cameraId)));
    area.filter(a -> a.cameraId().equals(cameraId))
        .ifPresent(a -> outlines.add(new Outline(a.name(), a.polygon())));
    String place = window.map(ServiceWindow::name).or(() -> area.map(Area::name)).orElse("");
    String type = Objects.requireNonNull(TYPES.get(incident.type()));
    return overlay(plan, cameraId, new Labels(place, type), outlines);
  }

  /** For any footage of a camera: all posts that it sees. */
  public Overlay of(String cameraId) {
    SitePlan plan = plans.current().plan();
    return overlay(plan, cameraId, new Labels("", null), posts(plan.windows(), cameraId));
  }

  private record Labels(String place, @Nullable String type) {}

  private static Overlay overlay(
      SitePlan plan, String cameraId, Labels labels, List<Outline> outlines) {
    String camera = plan.camera(cameraId).map(Camera::name).orElse(cameraId);
    List<Polygon> clear = new ArrayList<>();
    posts(plan.windows(), cameraId).forEach(outline -> clear.add(outline.polygon()));
    outlines.forEach(outline -> clear.add(outline.polygon()));
    return new Overlay(
        (plan.hall().name() + "  " + labels.place()).strip(),
        labels.type() == null ? camera : camera + "  " + labels.type(),
        plan.hall().timeZone(),
        outlines,
        Overlay.Blur.NONE,
        clear);
  }

  private static List<Outline> posts(List<ServiceWindow> windows, String cameraId) {
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
}
