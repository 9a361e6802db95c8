package io.zaigang.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Desks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the job finds while a browser test looks on. */
final class DeskIncidents {

  private final Desks desks;

  DeskIncidents(Desks desks) {
    this.desks = desks;
  }

  /** A vacancy of w03; its id. */
  String vacancy(Instant onset, @Nullable Instant end) {
    String id = "vacancy-" + onset.toEpochMilli();
    String json =
        """
        [{"id":"%s","type":"VACANCY","windowId":"w03","postIds":["w03-a","w03-b"],\
        "areaId":null,"cameraIds":["cam-01"],"startedAt":"%s","confirmedAt":"%s","endedAt":%s,\
        "status":"%s","blindSeconds":0,"measure":{"minOnPost":1,"seen":0}}]\
        """
            .formatted(
                id,
                onset,
                onset.plusSeconds(20),
                end == null ? "null" : "\"" + end + "\"",
                end == null ? "OPEN" : "CLOSED");
    assertThat(desks.job().post("/internal/incidents", json).statusCode()).isEqualTo(200);
    return id;
  }
}
