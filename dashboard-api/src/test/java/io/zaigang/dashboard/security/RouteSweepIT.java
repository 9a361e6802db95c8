package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

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
              if (!path.equals("/api/session") && answer.statusCode() != 200) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .isEqualTo("application/problem+json");
              }
            });
    assertThat(routes).isGreaterThan(15);
    // refused for what is in the body, not for who calls
    assertThat(open)
        .containsExactlyInAnyOrder(
            "POST /api/session → 400", "GET /api/setup → 200", "POST /api/setup → 400");
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
          } else if (method.equals("GET") && !path.equals("/api/setup")) { // open to anyone
            assertThat(job.get(path).statusCode()).as(path).isEqualTo(401);
          }
        });
  }

  @Test
  void everyRouteSaysWhoMayCallIt(Desks desks) {
    eachOperation(
        desks,
        route ->
            assertThat(route.roles())
                .as(route + ": add a line to AccessTable, or nobody may call it")
                .isNotEmpty());
  }

  @Test
  void everyRoleIsLetInWhereItBelongsAndNowhereElse(Desks desks) {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Caller caller = desks.signedIn(role);
      eachOperation(
          desks,
          route -> {
            if (!route.address().startsWith("/api/") || route.isForTheCallerAlone()) {
              return;
            }
            boolean allowed = route.roles().contains(role.name());
            // what changes something is tried only by those who must be refused
            if (!allowed || route.method().equals("GET")) {
              boolean refused = refusedForRoles(caller, route);
              if (refused == allowed) {
                wrong.add(role + " " + route + (refused ? " is refused" : " is let in"));
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean refusedForRoles(Caller caller, Route route) {
    HttpRequest.Builder request = caller.request(route.address());
    caller.csrfToken().ifPresent(csrf -> request.header("X-XSRF-TOKEN", csrf));
    request.header("Content-Type", "application/json");
    request.method(route.method(), HttpRequest.BodyPublishers.ofString("{}"));
    HttpResponse<InputStream> answer =
        caller.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) { // of a stream only the beginning
      return answer.statusCode() == 403
          && new String(body.readNBytes(2000), StandardCharsets.UTF_8).contains("Your roles");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodySeesACameraThatIsNotTheirs(Desks desks) {
    Caller desk = desks.signedIn(Role.values());
    desks.bean(JdbcTemplate.class).update("update account set camera_ids = '{cam-02}'");
    String span = "?from=2026-03-02T08:00:00%2B08:00&to=2026-03-02T09:00:00%2B08:00";
    eachOperation(
        desks,
        route -> {
          if (route.address().startsWith("/api/cameras/cam-01") && route.method().equals("GET")) {
            HttpResponse<String> answer = desk.get(route.address() + span);
            assertThat(answer.statusCode())
                .as(route.toString())
                .isIn(route.path().contains("{file}") ? List.of(400, 403) : List.of(403));
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
    return eachOperation(desks, route -> visit.accept(route.method(), route.address()));
  }

  private static int eachOperation(Desks desks, Consumer<Route> visit) {
    List<Route> routes = Route.all(desks);
    routes.forEach(visit);
    return routes.size();
  }
}
