package io.zaigang.dashboard.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is entered under 窗口停开 is in the plan that the job asks for. */
@DashboardTest
class ClosuresOfThePlanIT {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  @Test
  void theJobHearsOfAClosureAndOfItsEnd(Desks desks) throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    HttpResponse<String> before = plan(desks);
    String window = parsed(before).windows().get(0).id();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant to = now.plus(2, ChronoUnit.HOURS);

    String id = close(admin, window, now.plus(1, ChronoUnit.HOURS), to);
    HttpResponse<String> closed = plan(desks);
    assertThat(etag(closed)).isNotEqualTo(etag(before));
    assertThat(of(window, closed))
        .containsExactly(new WindowClosure(window, now.plus(1, ChronoUnit.HOURS), to));

    assertThat(admin.send("DELETE", "/api/duty/closures/" + id, "").statusCode()).isEqualTo(204);
    assertThat(etag(plan(desks)))
        .as("not begun: it is as if it had never been")
        .isEqualTo(etag(before));
  }

  @Test
  void oneThatIsEnteredLateCountsFromThenOnAndEndsWhenItIsTakenBack(Desks desks) throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    String window = parsed(plan(desks)).windows().get(0).id();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant from = now.minus(1, ChronoUnit.HOURS);

    String id = close(admin, window, from, now.plus(1, ChronoUnit.HOURS));
    assertThat(of(window, plan(desks)))
        .singleElement()
        .satisfies(one -> assertThat(one.from()).isBetween(now.plus(MARGIN), now.plusSeconds(600)));

    assertThat(admin.send("DELETE", "/api/duty/closures/" + id, "").statusCode()).isEqualTo(204);
    JsonNode listed =
        admin.getJson("/api/duty/closures?from=%s&to=%s".formatted(from, now.plusSeconds(1)));
    assertThat(listed.findValuesAsString("id")).contains(id);
    assertThat(of(window, plan(desks)))
        .allSatisfy(one -> assertThat(one.to()).isBefore(now.plus(15, ChronoUnit.MINUTES)));
  }

  @Test
  void thePlanItselfTakesNone(Desks desks) throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    String yaml =
        plan(desks).body().split("\nclosures:")[0]
            + "\nclosures: [{ window: %s, from: 2026-03-02T09:00:00Z, to: 2026-03-02T10:00:00Z }]\n"
                .formatted(parsed(plan(desks)).windows().get(0).id());

    JsonNode judged =
        Caller.json(
            admin.post(
                "/api/site-plan/draft",
                JsonMapper.shared().writeValueAsString(Map.of("yaml", yaml))));

    assertThat(judged.get("problems").toString()).contains("窗口停开");
  }

  private static String close(Caller admin, String window, Instant from, Instant to) {
    HttpResponse<String> answer =
        admin.post(
            "/api/duty/closures",
            "{\"windowId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"系统升级\"}"
                .formatted(window, from, to));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer).get("id").stringValue();
  }

  private static List<WindowClosure> of(String window, HttpResponse<String> plan) throws Exception {
    return parsed(plan).closures().stream().filter(c -> c.windowId().equals(window)).toList();
  }

  private static HttpResponse<String> plan(Desks desks) {
    return desks.job().get("/internal/site-plan");
  }

  private static SitePlan parsed(HttpResponse<String> plan) throws Exception {
    return SitePlanFile.parse(plan.body(), "answer");
  }

  private static String etag(HttpResponse<String> plan) {
    return plan.headers().firstValue("ETag").orElseThrow();
  }
}
