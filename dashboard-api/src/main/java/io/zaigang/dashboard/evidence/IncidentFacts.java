package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.footage.ClipFacts;
import io.zaigang.dashboard.incident.StoredIncident;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.clip.ClipManifest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the manifest of an incident's clip says beside: what was reported, and by which rules. */
@Component
class IncidentFacts {

  private final SitePlans plans;
  private final ClipFacts facts;

  IncidentFacts(SitePlans plans, ClipFacts facts) {
    this.plans = plans;
    this.facts = facts;
  }

  /**
   * Adds it to a camera's manifest and seals that.
   *
   * @param rendition which of the camera's clips it is of, as the chain calls it
   */
  ClipManifest.Sealed seal(
      ClipManifest manifest, StoredIncident stored, String cameraId, String rendition)
      throws IOException {
    Incident incident = stored.incident();
    ClipManifest told =
        facts
            .addTo(manifest, cameraId, incident.confirmedAt())
            .with("incident", incident(stored))
            .with("rules", rules(plans.current().plan(), incident));
    return facts.seal(told, incident.id() + "/" + cameraId + " " + rendition);
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
