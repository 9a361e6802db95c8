package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.dashboard.site.SitePlanVersion;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Hall;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.clip.ManifestChain;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a manifest says beside the footage: what was reported, by which plan, rules and models. */
@Component
class ClipFacts {

  private final SitePlans plans;
  private final AnalysisLog analysis;
  private final ManifestChain chain;
  private final Clock clock;

  ClipFacts(SitePlans plans, AnalysisLog analysis, ManifestChain chain, Clock clock) {
    this.plans = plans;
    this.analysis = analysis;
    this.chain = chain;
    this.clock = clock;
  }

  /**
   * Adds them to a camera's manifest and seals it.
   *
   * @param rendition which of the camera's clips it is of, as the chain calls it
   */
  ClipManifest.Sealed seal(
      ClipManifest manifest, StoredIncident stored, String cameraId, String rendition)
      throws IOException {
    String name = stored.incident().id() + "/" + cameraId + " " + rendition;
    return addTo(manifest, stored, cameraId).write(chain, name, clock.instant());
  }

  private ClipManifest addTo(ClipManifest manifest, StoredIncident stored, String cameraId) {
    SitePlanVersion version = plans.current();
    SitePlan plan = version.plan();
    Incident incident = stored.incident();
    return manifest
        .with("hall", hall(plan.hall()))
        .with("camera", plan.camera(cameraId).map(Camera::name).orElse(null))
        .with("incident", incident(stored))
        .with("sitePlan", Map.of("version", version.number(), "sha256", version.sha256()))
        .with("rules", rules(plan, incident))
        .with("analysis", analysis.at(incident.confirmedAt()).orElse(null));
  }

  private static Map<String, Object> hall(Hall hall) {
    return Map.of("id", hall.id(), "name", hall.name(), "timeZone", hall.timeZone().getId());
  }

  private static Map<String, @Nullable Object> incident(StoredIncident stored) {
    Incident incident = stored.incident();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", incident.id());
    fields.put("version", stored.version());
    fields.put("type", incident.type());
    fields.put("windowId", incident.windowId());
    fields.put("postIds", incident.postIds());
    fields.put("areaId", incident.areaId());
    fields.put("cameraIds", incident.cameraIds());
    fields.put("startedAt", incident.startedAt());
    fields.put("confirmedAt", incident.confirmedAt());
    fields.put("endedAt", incident.endedAt());
    fields.put("blindSeconds", incident.blindSeconds());
    fields.put("measure", incident.measure());
    return fields;
  }

  private static RuleSettings rules(SitePlan plan, Incident incident) {
    return Optional.ofNullable(incident.windowId())
        .flatMap(plan::window)
        .map(plan::rulesFor)
        .orElse(plan.rules());
  }
}
