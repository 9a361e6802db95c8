package io.zaigang.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DashboardTest
class TrialIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In the middle of w04-a's zone, in a picture of 1000 by 1000. */
  private static final String AT_THE_POST = "[150,400,150,400]";

  /** Someone is at 4号窗口 but for ten minutes in the middle of the last hour. */
  private static void reportAnHour(Desks desks) {
    Instant now = Instant.now();
    Instant begin = now.minus(Duration.ofMinutes(58));
    StringJoiner frames = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 58 * 30; i++) {
      Instant at = begin.plusSeconds(2L * i);
      boolean away = i >= 20 * 30 && i < 30 * 30;
      frames.add(frame(at, away ? "" : "{\"box\":" + AT_THE_POST + ",\"score\":0.9}", away));
    }
    HttpResponse<String> answer = desks.job().post("/internal/detections", frames.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String frame(Instant at, String persons, boolean away) {
    return """
        {"cameraId":"cam-02","at":"%s","width":1000,"height":1000,"usable":true,"persons":[%s],\
        "posts":[{"postId":"w04-a","evidence":{"ssd":%s},"presence":%s}]}"""
        .formatted(at, persons, away ? 0.01 : 0.9, away ? 0.01 : 0.99);
  }

  /** The plan in force, but working around the clock: tests run at any hour. */
  private static ObjectNode draft(Caller admin) {
    ObjectNode plan = (ObjectNode) admin.getJson("/api/site-plan").get("plan").deepCopy();
    ObjectNode calendar = (ObjectNode) plan.get("calendar");
    calendar.set(
        "workdays", JSON.readTree("[\"MON\",\"TUE\",\"WED\",\"THU\",\"FRI\",\"SAT\",\"SUN\"]"));
    calendar
        .get("seasons")
        .forEach(s -> ((ObjectNode) s).set("hours", JSON.readTree("[\"00:00-24:00\"]")));
    return plan;
  }

  private static JsonNode run(Caller admin, JsonNode plan) {
    ObjectNode request = JSON.createObjectNode().put("hours", 1).put("windowId", "w04");
    request.set("plan", plan);
    HttpResponse<String> answer =
        admin.post("/api/settings/trial", JSON.writeValueAsString(request));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  @Test
  void tellsWhatOtherThresholdsWouldHaveFound(Desks desks) {
    reportAnHour(desks);
    Caller admin = desks.signedIn(Role.ADMIN);
    ObjectNode strict = draft(admin);
    ObjectNode patient = draft(admin);
    ((ObjectNode) patient.get("rules").get("vacancy")).put("grace", "PT15M");

    JsonNode found = run(admin, strict);
    JsonNode nothing = run(admin, patient);

    assertThat(found.get("frames").asInt()).isEqualTo(58 * 30);
    assertThat(found.get("draft").get("incidentCount").asInt()).isEqualTo(1);
    JsonNode vacancy = found.get("draft").get("incidents").get(0);
    assertThat(vacancy.get("type").asString()).isEqualTo("VACANCY");
    assertThat(found.get("draft").get("emptySeconds").asDouble()).isBetween(540.0, 660.0);
    assertThat(found.get("estimated").asBoolean()).isFalse();
    assertThat(nothing.get("draft").get("incidentCount").asInt()).isZero();
  }

  @Test
  void estimatesWhatAZoneElsewhereWouldHaveSeen(Desks desks) {
    reportAnHour(desks);
    Caller admin = desks.signedIn(Role.ADMIN);
    ObjectNode plan = draft(admin);
    ArrayNode zones = (ArrayNode) plan.get("windows").get(1).get("posts").get(0).get("zones");
    ((ObjectNode) zones.get(0))
        .set("polygon", JSON.readTree("[[0.7,0.3],[0.95,0.3],[0.95,0.95],[0.7,0.95]]"));

    JsonNode result = run(admin, plan);

    assertThat(result.get("estimated").asBoolean()).isTrue();
    assertThat(result.get("draft").get("staffedSeconds").asDouble()).isZero();
    assertThat(result.get("draft").get("emptySeconds").asDouble()).isGreaterThan(3000);
  }

  @Test
  void showsWhereSomeoneWasSeenOfLate(Desks desks) {
    reportAnHour(desks);

    JsonNode seen =
        desks.signedIn(Role.ADMIN).getJson("/api/settings/detections?cameraId=cam-02&minutes=5");

    assertThat(seen.get(seen.size() - 1).get("boxes").toString())
        .isEqualTo("[[0.15,0.4,0.15,0.4]]");
    assertThat(
            desks
                .signedInAs("d", Role.DESK)
                .get("/api/settings/detections?cameraId=cam-02")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusesFramesThatAreNone(Desks desks) {
    HttpResponse<String> answer =
        desks
            .job()
            .post(
                "/internal/detections",
                "[{\"cameraId\":\"cam-02\",\"at\":\"yesterday\",\"width\":1,\"height\":1}]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("ISO-8601");
  }

  @Test
  void looksAtNoCameraOutsideTheAllowedNetworks(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    for (String url :
        new String[] {"rtsp://203.0.113.9/x", "file:///etc/passwd", "rtsp://169.254.169.254/"}) {
      assertThat(admin.post("/api/settings/probe", "{\"url\":\"" + url + "\"}").statusCode())
          .as(url)
          .isEqualTo(400);
    }
    JsonNode nobodyThere =
        Caller.json(
            admin.post("/api/settings/probe", "{\"url\":\"rtsp://u:hidden1@127.0.0.1:9/x\"}"));
    assertThat(nobodyThere.get("recordable").asBoolean()).isFalse();
    assertThat(nobodyThere.toString()).doesNotContain("hidden1");
  }
}
