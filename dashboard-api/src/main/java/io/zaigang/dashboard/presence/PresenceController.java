package io.zaigang.dashboard.presence;

import io.zaigang.dashboard.intake.Batch;
import io.zaigang.dashboard.intake.IntakeAnswer;
import io.zaigang.dashboard.intake.ObjectsBody;
import io.zaigang.dashboard.web.HallTimes;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who is on post now: from the job, to the desk. */
@RestController
class PresenceController {

  private final PresenceStore store;
  private final PresenceIntake intake;
  private final HallTimes times;
  private final JsonMapper json;

  PresenceController(PresenceStore store, PresenceIntake intake, HallTimes times, JsonMapper json) {
    this.store = store;
    this.intake = intake;
    this.times = times;
    this.json = json;
  }

  /** Every window that was ever reported on, by id. */
  @GetMapping("/api/windows")
  List<PresenceView> windows() {
    return store.all().stream().map(presence -> PresenceView.of(presence, times)).toList();
  }

  /** A JSON array of presences; of each window the newest stays. */
  @ObjectsBody
  @PostMapping(path = "/internal/presence", consumes = "application/json")
  ResponseEntity<Object> take(@RequestBody byte[] body) {
    Batch<WindowPresence> batch = Batch.read(json, body, PresenceIntake::read);
    return IntakeAnswer.of(batch, intake.take(batch.taken()));
  }
}
