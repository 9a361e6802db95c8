package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goes through every route of the OpenAPI file, so that a new one cannot be forgotten. */
@DashboardTest
class RouteSweepIT {

  @Test
  void strangersGetInNowhereButAtTheSignIn(Desks desks) {
    Caller stranger = desks.stranger();
    stranger.get("/api/session"); // has a CSRF cookie, as any browser
    List<String> open = new ArrayList<>();
    int routes =
        eachRoute(
            desks,
            (method, path) -> {
              HttpResponse<String> answer = stranger.send(method, path, "{}");
              if (answer.statusCode() != 401) {
                open.add(method + " " + path + " → " + answer.statusCode());
              }
              if (!path.equals("/api/session")) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .isEqualTo("application/problem+json");
              }
            });
    assertThat(routes).isGreaterThan(15);
    // refused for what is in the body, not for who calls
    assertThat(open).containsExactly("POST /api/session → 400");
  }

  @Test
  void withoutTheCsrfHeaderNothingChanges(Desks desks) {
    Caller admin = desks.signedIn(Role.values());
    eachRoute(
        desks,
        (method, path) -> {
          if (!method.equals("GET") && path.startsWith("/api/")) {
            HttpResponse<String> answer =
                admin.send(
                    admin
                        .request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(403);
            assertThat(answer.body()).contains("X-XSRF-TOKEN");
          }
        });
    assertThat(admin.get("/api/session").statusCode()).isEqualTo(200);
  }

  @Test
  void peopleAreNotLetIntoWhatIsForTheJobNorTheJobIntoWhatIsForPeople(Desks desks) {
    Caller admin = desks.signedIn(Role.values());
    Caller job = desks.job();
    eachRoute(
        desks,
        (method, path) -> {
          if (path.startsWith("/internal/")) {
            assertThat(admin.send(method, path, "[]").statusCode()).as(path).isEqualTo(401);
          } else if (method.equals("GET")) {
            assertThat(job.get(path).statusCode()).as(path).isEqualTo(401);
          }
        });
  }

  @Test
  void theAuditorSeesNoFootage(Desks desks) {
    Caller auditor = desks.signedIn(Role.AUDITOR);
    eachRoute(
        desks,
        (method, path) -> {
          if (path.startsWith("/api/cameras/")) {
            assertThat(auditor.send(method, path, "{}").statusCode()).as(path).isEqualTo(403);
          }
        });
  }

  @Test
  void someoneWithoutAnyRoleSeesOnlyWhoTheyAre(Desks desks) {
    Caller nobody = desks.signedInAs("nobody");

    assertThat(nobody.get("/api/incidents").statusCode()).isEqualTo(403);
    assertThat(nobody.get("/api/stream").statusCode()).isEqualTo(403);
    assertThat(nobody.get("/api/session").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyHealthAndTheApiFileAreOpenToAnyone(Desks desks) {
    Map<String, Integer> expected =
        Map.of(
            "/actuator/health", 200,
            "/actuator/health/liveness", 200,
            "/actuator/prometheus", 401,
            "/actuator", 401,
            "/actuator/env", 401,
            "/v3/api-docs", 200,
            "/v3/api-docs/swagger-config", 401,
            "/api/nothing-here", 401,
            "/internal/nothing-here", 401);
    expected.forEach(
        (path, status) ->
            assertThat(desks.stranger().get(path).statusCode()).as(path).isEqualTo(status));
    assertThat(desks.job().get("/actuator/prometheus").body()).contains("zaigang_stream_desks");
    assertThat(desks.job().get("/actuator/env").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful(Desks desks) {
    for (String path : List.of("/", "/api/session", "/v3/api-docs", "/no/such/page.js")) {
      Map<String, List<String>> headers = desks.stranger().get(path).headers().map();
      String policy = String.join("", headers.getOrDefault("content-security-policy", List.of()));
      assertThat(policy).as(path).contains("script-src 'self';").contains("frame-ancestors 'none'");
      assertThat(policy.replaceAll("style-src[^;]*;", "")).doesNotContain("unsafe");
      assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"));
      assertThat(headers).containsKeys("referrer-policy", "permissions-policy");
      assertThat(headers)
          .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }
  }

  @Test
  void oddPathsAreRefusedWithoutAWord(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    for (String path :
        List.of(
            "/api/cameras/cam-01/segments/..%2f..%2fsite.yaml",
            "/api/cameras/..%2f..%2fsecrets/snapshot.jpg",
            "/api/cameras/cam-01;x=1/snapshot.jpg",
            "/api//incidents",
            "/..%2fsite.yaml",
            "/%2e%2e/site.yaml",
            "/static/index.html%00.js")) {
      HttpResponse<String> answer = admin.get(path);
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      assertThat(answer.body()).as(path).doesNotContain("Exception", "rtsp", "/tmp", "at io.");
    }
  }

  private static int eachRoute(Desks desks, BiConsumer<String, String> visit) {
    JsonNode paths = desks.stranger().getJson("/v3/api-docs").get("paths");
    int routes = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String address =
          path.getKey()
              .replace("{id}", "cam-01")
              .replace("{file}", "1-1.mp4")
              .replaceAll("\\{.*?}", "1");
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        visit.accept(operation.getKey().toUpperCase(), address);
        routes++;
      }
    }
    return routes;
  }
}
