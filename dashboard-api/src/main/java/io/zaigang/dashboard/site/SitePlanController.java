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

  private final ServedPlan served;
  private final CameraSecrets secrets;

  SitePlanController(ServedPlan served, CameraSecrets secrets) {
    this.served = served;
    this.secrets = secrets;
  }

  /**
   * The plan as YAML, with {@code closures} where windows are closed with leave; 304 where {@code
   * If-None-Match} names what was given last.
   */
  @GetMapping(path = "/internal/site-plan", produces = "application/yaml")
  ResponseEntity<String> sitePlan() {
    ServedPlan.Served plan = served.now();
    return ResponseEntity.ok()
        .eTag(plan.etag())
        .cacheControl(CacheControl.noCache())
        .header("X-Site-Plan-Version", Integer.toString(plan.version().number()))
        .contentType(MediaType.valueOf("application/yaml;charset=UTF-8"))
        .body(plan.yaml());
  }

  /**
   * What names in the plan's addresses stand for, where the dashboard keeps it: for the recorder.
   */
  @GetMapping("/internal/camera-secrets")
  ResponseEntity<Map<String, String>> cameraSecrets() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(secrets.all());
  }
}
