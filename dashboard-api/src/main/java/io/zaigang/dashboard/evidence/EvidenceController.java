package io.zaigang.dashboard.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.web.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether the evidence of an incident is made, and what there is. */
@RestController
class EvidenceController {

  private final EvidenceReader reader;

  EvidenceController(EvidenceReader reader) {
    this.reader = reader;
  }

  /** The evidence of an incident; shows no picture itself. */
  @GetMapping("/api/incidents/{id}/evidence")
  EvidenceView evidence(
      @PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return reader
        .view(id, user)
        .orElseThrow(() -> new NotFound("There is no incident with this id"));
  }
}
