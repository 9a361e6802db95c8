package io.zaigang.dashboard.incident;

import static io.zaigang.dashboard.incident.Incidents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people judged is what {@code zaigang teach} learns from: the job's tests read this file. */
@DashboardTest
class VerdictsForTeachIT {

  private static final Path READ_BY_TEACH =
      Path.of("../analytics-job/src/test/resources/teach/judged.ndjson");

  @Test
  void verdictsOnPhonesAreExportedAsTeachReadsThem(Desks desks) throws Exception {
    List<JsonNode> wanted = new ArrayList<>();
    for (String line : Files.readAllLines(READ_BY_TEACH)) {
      wanted.add(JsonMapper.shared().readTree(line));
    }
    Caller desk = desks.signedInAs("wang", Role.DESK);
    for (JsonNode line : wanted) {
      desks.job().post("/internal/incidents", json(Incidents.phoneUse(line)));
      judge(desk, "/api/incidents/" + line.get("id").asString(), line.get("review"));
    }

    Caller supervisor = desks.signedInAs("sun", Role.SUPERVISOR);
    String span = "?from=2026-03-02T09:00:00%2B08:00&to=2026-03-02T10:00:00%2B08:00";
    List<String> lines =
        supervisor.get("/api/incidents/export.ndjson" + span).body().lines().toList();

    assertThat(lines).hasSameSizeAs(wanted);
    for (int i = 0; i < lines.size(); i++) {
      assertHolds(JsonMapper.shared().readTree(lines.get(i)), wanted.get(i));
    }
  }

  private static void judge(Caller desk, String path, JsonNode review) {
    JsonNode verdict = review.path("verdict");
    HttpResponse<String> judged =
        review.get("standing").asString().equals("CONFIRMED")
            ? desk.post(path + "/confirmation", "{\"revision\":0,\"remark\":\"\"}")
            : desk.post(
                path + "/dismissal",
                "{\"revision\":0,\"reason\":%s,\"falseAlarm\":%s,\"remark\":\"\"}"
                    .formatted(verdict.get("reason"), verdict.get("falseAlarm")));
    assertThat(judged.statusCode()).as(judged.body()).isEqualTo(200);
  }

  /** Whether everything wanted is there; more may be. */
  private static void assertHolds(JsonNode found, JsonNode wanted) {
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      JsonNode value = found.path(field.getKey());
      if (field.getValue().isObject()) {
        assertHolds(value, field.getValue());
      } else {
        assertThat(value).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
  }
}
