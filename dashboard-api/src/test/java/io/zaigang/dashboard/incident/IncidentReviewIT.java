package io.zaigang.dashboard.incident;

import static io.zaigang.dashboard.incident.Incidents.START;
import static io.zaigang.dashboard.incident.Incidents.closed;
import static io.zaigang.dashboard.incident.Incidents.json;
import static io.zaigang.dashboard.incident.Incidents.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.domain.incident.Incident;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DashboardTest
class IncidentReviewIT {

  private static final Incident VACANCY = closed(START, START.plusSeconds(600));
  private static final String PATH = "/api/incidents/" + VACANCY.id();

  @BeforeEach
  void theJobFoundAVacancy(Desks desks) {
    desks.job().post("/internal/incidents", json(VACANCY));
  }

  @Test
  void isConfirmedAppealedAndReversedEachByItsOwnPerson(Desks desks) {
    Caller desk = desks.signedInAs("wang", Role.DESK);
    Caller supervisor = desks.signedInAs("sun", Role.SUPERVISOR);

    assertThat(standing(desk.post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"看过\"}")))
        .isEqualTo("CONFIRMED");
    assertThat(counted(desks)).containsExactly(VACANCY.id());
    assertThat(
            standing(
                desk.post(
                    PATH + "/appeal",
                    "{\"revision\":1,\"text\":\"B岗在岗\",\"appellant\":\"3号窗口 赵\"}")))
        .isEqualTo("APPEALED");
    assertThat(counted(desks)).isEmpty();
    HttpResponse<String> decided =
        supervisor.post(
            PATH + "/decision", "{\"revision\":2,\"outcome\":\"REVERSED\",\"reason\":\"录像可见B岗\"}");
    assertThat(standing(decided)).isEqualTo("REVERSED");
    assertThat(Caller.json(decided).at("/review/appeal/decidedBy").asString()).isEqualTo("sun");
    assertThat(counted(desks)).isEmpty();

    List<String> kinds = new ArrayList<>();
    desk.getJson(PATH + "/history").forEach(step -> kinds.add(step.get("kind").asString()));
    assertThat(kinds).containsExactly("CONFIRMED", "APPEALED", "REVERSED");
    assertThat(registered(desks))
        .containsExactly("INCIDENT_CONFIRMED", "INCIDENT_APPEALED", "INCIDENT_APPEAL_REVERSED");
  }

  @Test
  void isDismissedForAReasonAndTheReasonIsALabel(Desks desks) {
    Caller desk = desks.signedInAs("wang", Role.DESK);

    assertThat(dismiss(desk, "\"reason\":\"FALSE_ALARM\"").statusCode()).isEqualTo(400);
    assertThat(dismiss(desk, "\"reason\":\"OTHER\"").body()).contains("remark that says what");
    assertThat(dismiss(desk, "\"reason\":\"NONSENSE\"").statusCode()).isEqualTo(400);
    assertThat(
            standing(
                dismiss(desk, "\"reason\":\"FALSE_ALARM\",\"falseAlarm\":\"PERSON_NOT_SEEN\"")))
        .isEqualTo("DISMISSED");

    Caller supervisor = desks.signedInAs("sun", Role.SUPERVISOR);
    String span = "?from=2026-03-01T00:00:00%2B08:00&to=2026-03-08T00:00:00%2B08:00";
    String lines = supervisor.get("/api/incidents/export.ndjson" + span).body();
    assertThat(lines.lines()).singleElement().asString().contains("\"PERSON_NOT_SEEN\"");
    assertThat(desk.getJson("/api/incidents?standing=DISMISSED").get("items")).hasSize(1);
    assertThat(desk.getJson("/api/incidents?standing=UNREVIEWED").get("items")).isEmpty();
  }

  @Test
  void severalAreDismissedTogetherAndThoseThatCannotBeAreNamed(Desks desks) {
    Incident other = closed(START.plusSeconds(9000), START.plusSeconds(9600));
    desks.job().post("/internal/incidents", json(other));
    Caller desk = desks.signedInAs("wang", Role.DESK);
    String wanted =
        """
        {"incidents":[{"id":"%s","revision":0},{"id":"%s","revision":7},{"id":"none","revision":0}],\
        "reason":"FALSE_ALARM","falseAlarm":"ZONE","remark":""}\
        """
            .formatted(other.id(), VACANCY.id());

    JsonNode answer = Caller.json(desk.post("/api/incidents/dismissals", wanted));

    assertThat(answer.path("dismissed")).hasSize(1);
    assertThat(answer.at("/dismissed/0/id").asString()).isEqualTo(other.id());
    assertThat(answer.at("/dismissed/0/review/standing").asString()).isEqualTo("DISMISSED");
    assertThat(answer.path("refused")).hasSize(2);
    assertThat(answer.at("/refused/0/why").asString()).contains("faster");
    assertThat(registered(desks)).containsExactly("INCIDENT_DISMISSED");
  }

  @Test
  void aNoticeIsDismissedAsAFalseAlarmButNeverConfirmed(Desks desks) {
    desks
        .job()
        .post(
            "/internal/incidents",
            json(closed(START.plusSeconds(30_000), START.plusSeconds(30_600)))
                .replace("\"VACANCY\"", "\"POST_UNATTENDED\"")
                .replace("\"id\":\"", "\"id\":\"notice-"));
    Caller desk = desks.signedInAs("wang", Role.DESK);
    String notice =
        "/api/incidents/notice-"
            + closed(START.plusSeconds(30_000), START.plusSeconds(30_600)).id();

    HttpResponse<String> confirmed =
        desk.post(notice + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(400);
    assertThat(confirmed.body()).contains("nothing to confirm");
    assertThat(
            standing(
                desk.post(
                    notice + "/dismissal",
                    "{\"revision\":0,\"reason\":\"COVERED\",\"falseAlarm\":null,\"remark\":\"\"}")))
        .isEqualTo("DISMISSED");
  }

  private static HttpResponse<String> dismiss(Caller desk, String why) {
    String falseAlarm = why.contains("falseAlarm") ? "" : ",\"falseAlarm\":null";
    return desk.post(
        PATH + "/dismissal", "{\"revision\":0," + why + falseAlarm + ",\"remark\":\"\"}");
  }

  @Test
  void ofTwoDesksAtOnceTheSecondIsTold(Desks desks) {
    Caller one = desks.signedInAs("wang", Role.DESK);
    Caller two = desks.signedInAs("li", Role.DESK);

    CompletableFuture<HttpResponse<String>> confirmation =
        CompletableFuture.supplyAsync(
            () -> one.post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"\"}"));
    CompletableFuture<HttpResponse<String>> dismissal =
        CompletableFuture.supplyAsync(() -> dismiss(two, "\"reason\":\"COVERED\""));

    List<HttpResponse<String>> answers = List.of(confirmation.join(), dismissal.join());
    assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 409);
    HttpResponse<String> refused =
        answers.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
    assertThat(refused.body()).contains("faster").containsAnyOf("by wang", "by li");
    assertThat(registered(desks)).hasSize(1);
  }

  @Test
  void nobodyJudgesTheirOwnWindowNorWhatTheyMayNotWatch(Desks desks) {
    Caller own = desks.signedInAs("zhao", Role.DESK, Role.SUPERVISOR);
    Caller blind = desks.signedInAs("qian", Role.DESK);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    jdbc.update("update account set own_window_ids = '{w03}' where username = 'zhao'");
    jdbc.update("update account set camera_ids = '{cam-02}' where username = 'qian'");

    HttpResponse<String> refused =
        own.post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("a window you work at");
    assertThat(dismiss(blind, "\"reason\":\"COVERED\"").statusCode()).isEqualTo(403);

    desks
        .signedInAs("wang", Role.DESK)
        .post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    assertThat(
            standing(
                own.post(PATH + "/appeal", "{\"revision\":1,\"text\":\"我在\",\"appellant\":\"\"}")))
        .isEqualTo("APPEALED");
    assertThat(
            own.post(
                    PATH + "/decision",
                    "{\"revision\":2,\"outcome\":\"REVERSED\",\"reason\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void peopleAtAWindowAppealForThemselvesAndForNobodyElse(Desks desks) {
    desks
        .signedInAs("wang", Role.DESK)
        .post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    Caller staff = desks.signedInAs("zhao", Role.STAFF);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    String appeal = "{\"revision\":1,\"text\":\"我在\",\"appellant\":\"\"}";

    jdbc.update("update account set own_window_ids = '{w04}' where username = 'zhao'");
    assertThat(staff.post(PATH + "/appeal", appeal).statusCode()).isEqualTo(403);
    jdbc.update("update account set own_window_ids = '{w03}' where username = 'zhao'");
    assertThat(standing(staff.post(PATH + "/appeal", appeal))).isEqualTo("APPEALED");
  }

  @Test
  void whoConfirmedDoesNotDecideTheAppeal(Desks desks) {
    Caller both = desks.signedInAs("wang", Role.DESK, Role.SUPERVISOR);
    both.post(PATH + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    desks
        .signedInAs("li", Role.DESK)
        .post(PATH + "/appeal", "{\"revision\":1,\"text\":\"公务外出\",\"appellant\":\"\"}");

    HttpResponse<String> refused =
        both.post(PATH + "/decision", "{\"revision\":2,\"outcome\":\"UPHELD\",\"reason\":\"x\"}");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Who confirmed it");
  }

  @Test
  void aVerdictOutlivesWhatTheJobSaysLater(Desks desks) {
    Incident going = open(START.plusSeconds(4000));
    desks.job().post("/internal/incidents", json(going));
    Caller desk = desks.signedInAs("wang", Role.DESK);
    String path = "/api/incidents/" + going.id();
    desk.post(path + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    desk.post(path + "/comments", "{\"text\":\"已电话提醒\"}");

    desks
        .job()
        .post(
            "/internal/incidents",
            json(closed(going.startedAt(), going.startedAt().plusSeconds(900))));

    assertThat(desk.getJson(path).get("status").asString()).isEqualTo("CLOSED");
    assertThat(desk.getJson(path).at("/review/standing").asString()).isEqualTo("CONFIRMED");
    assertThat(desk.getJson(path).at("/review/comments").asInt()).isEqualTo(1);
    assertThat(desk.getJson(path).get("version").asInt()).isEqualTo(4);
  }

  private static String standing(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer).at("/review/standing").asString();
  }

  private static List<String> counted(Desks desks) {
    return desks.bean(JudgedIncidents.class).counted(START, START.plusSeconds(1)).stream()
        .map(one -> one.incident().id())
        .toList();
  }

  private static List<String> registered(Desks desks) {
    return desks
        .bean(JdbcTemplate.class)
        .queryForList(
            "select action from audit_event where action like 'INCIDENT%' order by number",
            String.class);
  }
}
