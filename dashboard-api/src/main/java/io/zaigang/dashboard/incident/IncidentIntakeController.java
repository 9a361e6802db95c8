package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.intake.Batch;
import io.zaigang.dashboard.intake.IntakeAnswer;
import io.zaigang.dashboard.intake.ObjectsBody;
import io.zaigang.domain.incident.Incident;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes incidents from the job. */
@RestController
class IncidentIntakeController {

  private final IncidentIntake intake;
  private final JsonMapper json;

  IncidentIntakeController(IncidentIntake intake, JsonMapper json) {
    this.intake = intake;
    this.json = json;
  }

  /** A JSON array of incidents; sending them again changes nothing. */
  @ObjectsBody
  @PostMapping(path = "/internal/incidents", consumes = "application/json")
  ResponseEntity<Object> take(@RequestBody byte[] body) {
    Batch<Incident> batch = Batch.read(json, body, IncidentReader::read);
    return IntakeAnswer.of(batch, intake.take(batch.taken()));
  }
}
