package io.zaigang.dashboard.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.dashboard.incident.Judging;
import io.zaigang.domain.incident.Incident;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the draft to the signed circular, to the appeal that corrects it. */
@DashboardTest
class CircularLifeIT {

  private static final String WEEK = "/api/circulars/2026-03-02";
  private static final String NEXT = "/api/circulars/2026-03-09";
  private static final Incident MONDAY = vacancy("2026-03-02T09:00:00+08:00");
  private static final Incident FRIDAY = vacancy("2026-03-06T10:00:00+08:00");
  private static final Incident LATER = vacancy("2026-03-11T10:00:00+08:00");

  private static Incident vacancy(String local) {
    Instant from = OffsetDateTime.parse(local).toInstant();
    return Incidents.closed(from, from.plusSeconds(720));
  }

  @Test
  void anAppealCorrectsCountsEscalationAndTheNextCircular(Desks desks) {
    confirmed(desks, MONDAY, FRIDAY, LATER);
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);
    JsonNode signed = signed(supervisor, WEEK);
    assertThat(signed.at("/figures/total/tally/vacancies").asInt()).isEqualTo(2);
    assertThat(signed.at("/figures/consequences/0/ordinal").asInt()).isEqualTo(2);

    Judging.appeal(desks, MONDAY);
    assertThat(supervisor.getJson(WEEK).get("changedSince"))
        .as("while the appeal is open the published circular stands")
        .isEmpty();
    Judging.reverse(desks, MONDAY);

    JsonNode changed = supervisor.getJson(WEEK).get("changedSince");
    assertThat(changed.findValuesAsString("change")).containsExactly("WITHDRAWN", "RECOUNTED");
    JsonNode next = draft(supervisor, NEXT);
    assertThat(next.at("/figures/consequences/0/ordinal").asInt())
        .as("the third has become the second")
        .isEqualTo(2);
    assertThat(next.get("corrections").findValuesAsString("change"))
        .containsExactly("WITHDRAWN", "RECOUNTED");

    JsonNode second = ok(supervisor.post(WEEK + "/correction", json("reason", "申诉成立")));
    assertThat(second.at("/version/version").asInt()).isEqualTo(2);
    assertThat(second.at("/figures/total/tally/vacancies").asInt()).isEqualTo(1);
    sign(supervisor, WEEK, second);
    JsonNode first = supervisor.getJson(WEEK + "/versions/1");
    assertThat(first.get("figures"))
        .as("what was published is kept")
        .isEqualTo(signed.get("figures"));
    assertThat(supervisor.getJson(WEEK).get("changedSince")).isEmpty();
    assertThat(supervisor.getJson("/api/circulars?weeks=1").get(0).get("week").asString())
        .as("the newest week that has a circular, however long ago")
        .isEqualTo("2026-03-09");

    JsonNode nextSigned = signed(supervisor, NEXT);
    assertThat(nextSigned.get("corrections")).hasSize(2);
    JsonNode third = draft(supervisor, "/api/circulars/2026-03-16");
    assertThat(third.get("corrections")).as("told once").isEmpty();
  }

  @Test
  void onlyConfirmedIncidentsCountAndOnlyWhatWasLookedAtIsSigned(Desks desks) {
    Judging.report(desks, MONDAY, FRIDAY);
    Judging.confirm(desks, FRIDAY);
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);
    JsonNode draft = draft(supervisor, WEEK);
    assertThat(draft.at("/figures/offences")).hasSize(1);

    Judging.confirm(desks, MONDAY);

    HttpResponse<String> refused = trySign(supervisor, WEEK, draft);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("facts have changed");
    assertThat(trySign(supervisor, WEEK, draft(supervisor, WEEK)).statusCode()).isEqualTo(200);
    assertThat(supervisor.post(WEEK + "/draft", "{}").statusCode()).isEqualTo(409);
    assertThat(supervisor.post(WEEK + "/correction", json("reason", "无")).statusCode())
        .as("nothing has changed")
        .isEqualTo(409);
  }

  @Test
  void theDatabaseItselfRefusesToChangeWhatIsSigned(Desks desks) {
    confirmed(desks, MONDAY);
    signed(desks.signedIn(Role.SUPERVISOR), WEEK);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);

    assertThatThrownBy(() -> jdbc.update("update circular_version set figures = '{}'"))
        .hasMessageContaining("corrections make a new version");
    assertThatThrownBy(() -> jdbc.update("delete from circular_version"))
        .hasMessageContaining("is signed");
  }

  /** Footage, incidents and the plan may be gone or changed: what was signed stands by itself. */
  @Test
  void aYearLaterTheSameFiguresAndPapersComeOutOfWhatWasFrozen(Desks desks) {
    confirmed(desks, MONDAY, FRIDAY);
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);
    JsonNode signed = signed(supervisor, WEEK);
    String paper = supervisor.get(WEEK + "/versions/1/print.html").body();
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    jdbc.update(
        "update incident set started_at = started_at - interval '1 year', standing = 'DISMISSED'");
    jdbc.update("delete from evidence_clip");
    jdbc.update("delete from incident_responsibility");
    Caller admin = desks.signedIn(Role.ADMIN);
    assertThat(admin.getJson("/api/circulars/2026-03-02").get("changedSince"))
        .as("the facts really are others now")
        .isNotEmpty();

    JsonNode checked = supervisor.getJson(WEEK + "/versions/1/verification");
    JsonNode again = supervisor.getJson(WEEK + "/versions/1");

    assertThat(checked.toString())
        .isEqualTo("{\"inputsIntact\":true,\"figuresIntact\":true,\"recountsToTheSame\":true}");
    assertThat(again.get("figures")).isEqualTo(signed.get("figures"));
    assertThat(supervisor.get(WEEK + "/versions/1/print.html").body()).isEqualTo(paper);
  }

  @Test
  void namesMistakesOfTheCaller(Desks desks) {
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);

    assertThat(supervisor.post("/api/circulars/2026-03-03/draft", "{}").body())
        .contains("2026-03-03 is not a Monday");
    assertThat(supervisor.post("/api/circulars/2999-01-07/draft", "{}").statusCode())
        .isEqualTo(400);
    assertThat(supervisor.get(WEEK).statusCode()).isEqualTo(404);
    draft(supervisor, WEEK);
    assertThat(supervisor.get(WEEK + "/versions/1/letter.docx?unit=nobody").statusCode())
        .isEqualTo(404);
  }

  @Test
  void draftsOnSundayNightAndCatchesUpAfterwards(Desks desks) {
    Caller supervisor = desks.signedIn(Role.SUPERVISOR);
    CircularDrafting drafting = desks.bean(CircularDrafting.class);

    drafting.draftWhereDue(OffsetDateTime.parse("2026-03-15T21:59:59+08:00").toInstant());
    assertThat(supervisor.get(NEXT).statusCode()).as("not yet: the week before").isEqualTo(404);
    assertThat(supervisor.get(WEEK).statusCode()).isEqualTo(200);

    drafting.draftWhereDue(OffsetDateTime.parse("2026-03-15T22:00:00+08:00").toInstant());
    assertThat(supervisor.getJson(NEXT).at("/version/draftedBy").asString()).isEqualTo("-");
  }

  // ---- steps

  private static void confirmed(Desks desks, Incident... incidents) {
    Judging.report(desks, incidents);
    Judging.confirm(desks, incidents);
  }

  private static JsonNode draft(Caller supervisor, String week) {
    return ok(supervisor.post(week + "/draft", "{}"));
  }

  private static JsonNode signed(Caller supervisor, String week) {
    return sign(supervisor, week, draft(supervisor, week));
  }

  private static JsonNode sign(Caller supervisor, String week, JsonNode draft) {
    return ok(trySign(supervisor, week, draft));
  }

  private static HttpResponse<String> trySign(Caller supervisor, String week, JsonNode draft) {
    return supervisor.post(
        week + "/sign-off", json("inputsSha256", draft.at("/version/inputsSha256").asString()));
  }

  private static String json(String name, String value) {
    return JsonMapper.builder().build().writeValueAsString(Map.of(name, value));
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }
}
