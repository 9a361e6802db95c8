package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.rendition.Overlay;
import io.zaigang.ingest.rendition.Overlay.Outline;
import io.zaigang.ingest.rendition.PlanOverlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    window.ifPresent(w -> outlines.addAll(PlanOverlay.posts(List.of(w), cameraId)));
    area.filter(a -> a.cameraId().equals(cameraId))
        .ifPresent(a -> outlines.add(new Outline(a.name(), a.polygon())));
    String place = window.map(ServiceWindow::name).or(() -> area.map(Area::name)).orElse("");
    String type = Objects.requireNonNull(TYPES.get(incident.type()));
    Overlay all = PlanOverlay.of(plan, cameraId);
    List<Polygon> clear = new ArrayList<>(all.clear());
    outlines.forEach(outline -> clear.add(outline.polygon()));
    return new Overlay(
        (all.title() + "  " + place).strip(),
        all.subtitle() + "  " + type,
        all.zone(),
        outlines,
        all.blur(),
        clear);
  }

  /** For any footage of a camera: all posts that it sees. */
  public Overlay of(String cameraId) {
    return PlanOverlay.of(plans.current().plan(), cameraId);
  }
}
