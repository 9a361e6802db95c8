package io.zaigang.dashboard.site;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The site plan in force, for the job and the recorder, which ask again and again. */
@RestController
class SitePlanController {

  private final SitePlans plans;
  private final CameraSecrets secrets;

  SitePlanController(SitePlans plans, CameraSecrets secrets) {
    this.plans = plans;
    this.secrets = secrets;
  }

  /** The plan as YAML; 304 where {@code If-None-Match} names the version in force. */
  @GetMapping(path = "/internal/site-plan", produces = "application/yaml")
  ResponseEntity<String> sitePlan() {
    SitePlanVersion version = plans.current();
    return ResponseEntity.ok()
        .eTag(version.sha256())
        .cacheControl(CacheControl.noCache())
        .header("X-Site-Plan-Version", Integer.toString(version.number()))
        .contentType(MediaType.valueOf("application/yaml;charset=UTF-8"))
        .body(version.yaml());
  }

  /**
   * What names in the plan's addresses stand for, where the dashboard keeps it: for the recorder.
   */
  @GetMapping("/internal/camera-secrets")
  ResponseEntity<Map<String, String>> cameraSecrets() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(secrets.all());
  }
}
