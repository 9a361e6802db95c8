package io.zaigang.dashboard.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.domain.circular.CircularWeek;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DashboardTest
class SpotCheckIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String FINE =
      """
      {"items":[
        {"item":"ATTENDANCE","verdict":"FINE","remark":null},
        {"item":"ATTITUDE","verdict":"NOT_VISIBLE","remark":null},
        {"item":"DRESS","verdict":"FINDING","remark":"未穿工作服"},
        {"item":"APPEARANCE","verdict":"FINE","remark":null},
        {"item":"HYGIENE","verdict":"FINE","remark":null},
        {"item":"RULES","verdict":"FINE","remark":null}],
       "remark":null}
      """;

  @Test
  void drawsEachWindowAsOftenAndTheSameWheneverAsked(Desks desks) {
    Caller checker = desks.signedIn(Role.SUPERVISOR);

    JsonNode march = checker.getJson("/api/spot-checks?month=2026-03");

    assertThat(march.get("checks").findValuesAsString("windowId"))
        .hasSize(8)
        .containsOnly("w03", "w04");
    assertThat(march.get("seed").asString()).as("told once the month is over").isNotEmpty();
    assertThat(checker.getJson("/api/spot-checks?month=2026-03")).isEqualTo(march);
  }

  @Test
  void keepsWhatIsToComeAndItsSeedToItself(Desks desks) {
    JsonNode month =
        desks.signedIn(Role.SUPERVISOR).getJson("/api/spot-checks?month=" + YearMonth.now(ZONE));

    assertThat(month.get("seed").isNull()).isTrue();
    assertThat(month.get("checks").size() + month.get("upcoming").asInt()).isEqualTo(8);
    for (JsonNode check : month.get("checks")) {
      assertThat(OffsetDateTime.parse(check.get("to").asString()).toInstant())
          .isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void aFindingGoesIntoTheCircularOfTheWeekItWasFoundInUntilTakenBack(Desks desks) {
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);
    String id = anyCheck(supervisor);

    assertThat(supervisor.post("/api/spot-checks/" + id + "/result", FINE).statusCode())
        .isEqualTo(200);
    assertThat(supervisor.post("/api/spot-checks/" + id + "/result", FINE).statusCode())
        .as("nothing is checked twice")
        .isEqualTo(409);

    String week = "/api/circulars/" + CircularWeek.holding(Instant.now(), ZONE).monday();
    JsonNode circular = Caller.json(supervisor.post(week + "/draft", "{}"));
    assertThat(circular.at("/figures/total/tally/checkFindings").asInt()).isEqualTo(1);
    assertThat(circular.at("/figures/offences/0/offence/evidence/basis").asString())
        .isEqualTo("着装：未穿工作服");
    assertThat(circular.at("/figures/consequences")).isEmpty();

    supervisor.post("/api/spot-checks/" + id + "/withdrawal", "{\"reason\":\"看错窗口\"}");
    circular = Caller.json(supervisor.post(week + "/draft", "{}"));
    assertThat(circular.at("/figures/total/tally/checkFindings").asInt()).isZero();
    assertThat(actions(desks)).contains("SPOT_CHECK_RECORDED", "SPOT_CHECK_WITHDRAWN");
  }

  @Test
  void refusesHalfAListAndFindingsThatDoNotSayWhat(Desks desks) {
    Caller checker = desks.signedIn(Role.DESK);
    String path = "/api/spot-checks/" + anyCheck(checker) + "/result";

    HttpResponse<String> half =
        checker.post(
            path,
            "{\"items\":[{\"item\":\"DRESS\",\"verdict\":\"FINE\",\"remark\":null}],\"remark\":null}");
    assertThat(half.statusCode()).isEqualTo(400);
    HttpResponse<String> silent = checker.post(path, FINE.replace("\"未穿工作服\"", "\" \""));
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("DRESS");
    assertThat(checker.get("/api/spot-checks?month=2999-01").statusCode()).isEqualTo(400);
    assertThat(checker.get("/api/spot-checks?month=soon").statusCode()).isEqualTo(400);
  }

  private static String anyCheck(Caller checker) {
    return checker.getJson("/api/spot-checks?month=2026-03").at("/checks/0/id").asString();
  }

  private static Set<String> actions(Desks desks) {
    return new HashSet<>(
        desks
            .bean(JdbcTemplate.class)
            .queryForList("select action from audit_event", String.class));
  }
}
