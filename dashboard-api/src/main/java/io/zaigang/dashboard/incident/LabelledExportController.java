package io.zaigang.dashboard.incident;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.review.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Incidents that people have judged, as labels to learn from. */
@RestController
class LabelledExportController {

  private static final String NDJSON = "application/x-ndjson";

  private final IncidentStore store;
  private final HallTimes times;
  private final Register register;
  private final JsonMapper json;

  LabelledExportController(
      IncidentStore store, HallTimes times, Register register, JsonMapper json) {
    this.store = store;
    this.times = times;
    this.register = register;
    this.json = json;
  }

  /** Judged incidents that began in a span, one JSON object a line, oldest first. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/incidents/export.ndjson", produces = NDJSON)
  void export(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletResponse response)
      throws IOException {
    register.add(
        AuditEntry.by(user.username(), AuditAction.INCIDENTS_EXPORTED)
            .detail("from", from.toString())
            .detail("to", to.toString()));
    response.setContentType(NDJSON + ";charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incidents.ndjson\"");
    PrintWriter out = response.getWriter();
    store.startedIn(from.toInstant(), to.toInstant()).stream()
        .filter(stored -> stored.review().standing() != Standing.UNREVIEWED)
        .forEach(
            stored -> {
              out.print(json.writeValueAsString(IncidentView.of(stored, times)));
              out.print('\n');
            });
  }
}
