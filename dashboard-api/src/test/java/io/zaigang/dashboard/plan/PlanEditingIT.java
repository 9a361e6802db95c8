package io.zaigang.dashboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.site.SitePlanRestorer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DashboardTest
class PlanEditingIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SitePlanRestorer restorer;

  @BeforeEach
  void rememberThePlan(Desks desks) {
    restorer = SitePlanRestorer.of(desks);
  }

  @AfterEach
  void putItBack() {
    restorer.restore();
  }

  private static String request(JsonNode current, JsonNode plan, String note) {
    ObjectNode request = JSON.createObjectNode();
    request.set("basedOn", current.get("version").get("number"));
    request.put("note", note);
    request.set("plan", plan);
    return JSON.writeValueAsString(request);
  }

  private static JsonNode saved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  private static ObjectNode copy(JsonNode current) {
    return (ObjectNode) current.get("plan").deepCopy();
  }

  private static ObjectNode graceOf(ObjectNode plan) {
    return (ObjectNode) plan.get("rules").get("vacancy");
  }

  @Test
  void aChangeIsAVersionWithAuthorReasonAndDifference(Desks desks) {
    Caller admin = desks.signedInAs("li", Role.ADMIN);
    JsonNode before = admin.getJson("/api/site-plan");
    ObjectNode plan = copy(before);
    graceOf(plan).put("grace", "PT3M");

    JsonNode after = saved(admin.send("PUT", "/api/site-plan", request(before, plan, "试运行")));

    int number = after.get("version").get("number").asInt();
    assertThat(number).isEqualTo(before.get("version").get("number").asInt() + 1);
    JsonNode version = admin.getJson("/api/site-plan/versions/" + number);
    assertThat(version.get("version").get("storedBy").asString()).isEqualTo("li");
    assertThat(version.get("version").get("note").asString()).isEqualTo("试运行");
    assertThat(version.get("changes").toString())
        .isEqualTo("[{\"path\":\"rules.vacancy.grace\",\"before\":\"PT5M\",\"after\":\"PT3M\"}]");
    assertThat(desks.job().get("/internal/site-plan").body()).contains("grace: PT3M");
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForObject(
                    "select details from audit_event where action = 'SITE_PLAN_CHANGED'",
                    String.class))
        .contains("rules.vacancy.grace");
  }

  @Test
  void whoSavesUponAnOutdatedVersionIsToldAndNothingChanges(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode before = admin.getJson("/api/site-plan");
    ObjectNode mine = copy(before);
    graceOf(mine).put("grace", "PT3M");
    ObjectNode theirs = copy(before);
    graceOf(theirs).put("grace", "PT4M");
    saved(admin.send("PUT", "/api/site-plan", request(before, theirs, "")));

    HttpResponse<String> answer = admin.send("PUT", "/api/site-plan", request(before, mine, ""));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("were changed meanwhile");
    assertThat(admin.getJson("/api/site-plan").toString()).contains("\"grace\":\"PT4M\"");
  }

  @Test
  void everyProblemIsNamedAtOnceWithItsPath(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode before = admin.getJson("/api/site-plan");
    ObjectNode plan = copy(before);
    ((ObjectNode) plan.get("windows").get(0)).put("minOnPost", 9);
    ((ObjectNode) plan.get("cameras").get(0)).put("url", "http://192.0.2.11/");
    graceOf(plan).put("grace", "five minutes");

    HttpResponse<String> answer = admin.send("PUT", "/api/site-plan", request(before, plan, ""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).get("problems"))
        .extracting(problem -> problem.get("path").asString())
        .containsExactlyInAnyOrder("cameras[0].url", "rules.vacancy.grace", "windows[0].minOnPost");
  }

  @Test
  void anEarlierVersionCanBePutInForceAgain(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode first = admin.getJson("/api/site-plan");
    ObjectNode plan = copy(first);
    graceOf(plan).put("grace", "PT3M");
    JsonNode second = saved(admin.send("PUT", "/api/site-plan", request(first, plan, "")));

    JsonNode third =
        saved(
            admin.post(
                "/api/site-plan/versions/"
                    + first.get("version").get("number").asInt()
                    + "/restoration",
                "{\"basedOn\":%d,\"note\":\"恢复\"}"
                    .formatted(second.get("version").get("number").asInt())));

    assertThat(third.get("plan")).isEqualTo(first.get("plan"));
    assertThat(third.get("version").get("number").asInt())
        .isEqualTo(second.get("version").get("number").asInt() + 1);
  }

  @Test
  void yamlGoesOutAndComesBackAsTheSamePlan(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    int number = admin.getJson("/api/site-plan").get("version").get("number").asInt();
    String yaml = admin.get("/api/site-plan/versions/" + number + "/site.yaml").body();

    JsonNode same = draft(admin, yaml);
    JsonNode changed = draft(admin, yaml.replace("grace: PT5M", "grace: PT2M"));
    JsonNode broken = draft(admin, yaml.replace("minOnPost: 1", "minOnPost: 8"));

    assertThat(same.get("changes")).isEmpty();
    assertThat(same.get("problems")).isEmpty();
    assertThat(changed.get("changes").toString()).contains("rules.vacancy.grace");
    assertThat(broken.get("problems")).hasSize(2);
    assertThat(broken.at("/problems/0/line").asInt()).isPositive();
    assertThat(broken.at("/problems/0/code").asString()).isEqualTo("MORE_THAN_POSTS");
    assertThat(broken.get("plan").isNull()).isTrue();
  }

  private static JsonNode draft(Caller admin, String yaml) {
    ObjectNode body = JSON.createObjectNode().put("yaml", yaml);
    return saved(admin.post("/api/site-plan/draft", JSON.writeValueAsString(body)));
  }

  @Test
  void passwordsGoInAndNeverComeOut(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode before = admin.getJson("/api/site-plan");
    ObjectNode plan = copy(before);
    ObjectNode camera = (ObjectNode) plan.get("cameras").get(0);
    camera.put("url", "rtsp://viewer:pa%40ss-w0rd@10.1.2.3/live");

    JsonNode after = saved(admin.send("PUT", "/api/site-plan", request(before, plan, "")));

    String url = after.get("plan").get("cameras").get(0).get("url").asString();
    assertThat(url).matches("rtsp://\\{VAULT_\\d+_USER}:\\{VAULT_\\d+_PASSWORD}@10.1.2.3/live");
    int number = after.get("version").get("number").asInt();
    for (String path :
        new String[] {
          "/api/site-plan",
          "/api/site-plan/versions/" + number,
          "/api/site-plan/versions/" + number + "/site.yaml",
          "/api/hall"
        }) {
      assertThat(admin.get(path).body()).doesNotContain("w0rd", "s3cretPa55", "viewer");
    }
    assertThat(desks.job().get("/internal/site-plan").body()).doesNotContain("w0rd", "s3cretPa55");
    JsonNode secrets = desks.job().getJson("/internal/camera-secrets");
    assertThat(secrets.toString()).contains("pa@ss-w0rd", "s3cretPa55");
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForList("select encode(sealed, 'escape') from camera_secret", String.class)
                .toString())
        .doesNotContain("w0rd", "s3cretPa55");

    camera.put("url", url.replace("10.1.2.3", "10.9.9.9"));
    HttpResponse<String> elsewhere = admin.send("PUT", "/api/site-plan", request(after, plan, ""));
    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(elsewhere.body()).contains("give user and password again");
  }

  @Test
  void camerasAreOnlyWhereCamerasMayBe(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode before = admin.getJson("/api/site-plan");
    String[] refused = {
      "rtsp://169.254.169.254/latest",
      "rtsp://203.0.113.9/live",
      "file:///etc/passwd",
      "rtsp://{ZAIGANG_DATABASE_PASSWORD}@10.1.2.3/",
      "rtsp://{HOST}/live"
    };
    for (String url : refused) {
      ObjectNode plan = copy(before);
      ((ObjectNode) plan.get("cameras").get(0)).put("url", url);
      HttpResponse<String> answer = admin.send("PUT", "/api/site-plan", request(before, plan, ""));
      assertThat(answer.statusCode()).as(url + answer.body()).isEqualTo(400);
      assertThat(answer.body()).as(url).contains("cameras[0].url");
    }
  }

  @Test
  void onlyAdministratorsSeeOrChangeTheSettings(Desks desks) {
    Caller others = desks.signedIn(Role.DESK, Role.APPROVER, Role.SUPERVISOR, Role.AUDITOR);

    assertThat(others.get("/api/site-plan").statusCode()).isEqualTo(403);
    assertThat(others.send("PUT", "/api/site-plan", "{}").statusCode()).isEqualTo(403);
    assertThat(others.get("/api/site-plan/versions").statusCode()).isEqualTo(403);
  }
}
