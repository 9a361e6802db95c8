package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.site.SitePlanVersion;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Hall;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.clip.ManifestChain;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What every manifest says beside the footage, and its seal: whether a clip is evidence of an
 * incident or an export that somebody asked for.
 */
@Component
public class ClipFacts {

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
   * Adds hall, camera and site plan, and by which models the job judged.
   *
   * @param judgedAt the moment whose models are meant
   */
  public ClipManifest addTo(ClipManifest manifest, String cameraId, Instant judgedAt) {
    SitePlanVersion version = plans.current();
    return manifest
        .with("hall", hall(version.plan().hall()))
        .with("camera", version.plan().camera(cameraId).map(Camera::name).orElse(null))
        .with("sitePlan", Map.of("version", version.number(), "sha256", version.sha256()))
        .with("analysis", analysis.at(judgedAt).orElse(null));
  }

  private static Map<String, Object> hall(Hall hall) {
    return Map.of("id", hall.id(), "name", hall.name(), "timeZone", hall.timeZone().getId());
  }

  /**
   * Seals a manifest and enters it in the installation's chain.
   *
   * @param name how the chain calls it
   */
  public ClipManifest.Sealed seal(ClipManifest manifest, String name) throws IOException {
    return manifest.write(chain, name, clock.instant());
  }
}
