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
import io.zaigang.dashboard.stream.ChangeNumbers;
import io.zaigang.domain.incident.Incident;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DashboardTest
class IncidentIntakeIT {

  private static final String PATH = "/internal/incidents";

  @Test
  void givesBackWhatTheJobSentInTheHallsOffset(Desks desks) {
    Incident incident = closed(START, START.plusSeconds(683));
    assertThat(desks.job().post(PATH, json(incident)).statusCode()).isEqualTo(200);

    JsonNode seen = desks.signedIn(Role.DESK).getJson("/api/incidents/" + incident.id());

    assertThat(seen.toString())
        .isEqualTo(
            ("{'id':'%s','type':'VACANCY','windowId':'w03','postIds':['w03-a','w03-b'],"
                    + "'areaId':null,'cameraIds':['cam-01'],"
                    + "'startedAt':'2026-03-02T08:41:07.000+08:00',"
                    + "'confirmedAt':'2026-03-02T08:46:07.000+08:00',"
                    + "'endedAt':'2026-03-02T08:52:30.000+08:00','status':'CLOSED',"
                    + "'blindSeconds':0.0,'measure':{'minOnPost':1,'seen':0},"
                    + "'review':{'standing':'UNREVIEWED','revision':0,'verdict':null,"
                    + "'appeal':null,'comments':0},'version':1}")
                .formatted(incident.id())
                .replace('\'', '"'));
  }

  @Test
  void sendingAgainChangesNothing(Desks desks) {
    Caller job = desks.job();
    String body = json(open(START), closed(START.plusSeconds(1000), START.plusSeconds(2000)));
    assertThat(Caller.json(job.post(PATH, body)).toString())
        .isEqualTo("{\"taken\":2,\"changed\":2}");
    long change = desks.bean(ChangeNumbers.class).last();

    assertThat(Caller.json(job.post(PATH, body)).toString())
        .isEqualTo("{\"taken\":2,\"changed\":0}");

    assertThat(desks.bean(ChangeNumbers.class).last()).isEqualTo(change);
  }

  @Test
  void closingReplacesOpenAndIsNeverReopened(Desks desks) {
    Caller job = desks.job();
    job.post(PATH, json(open(START)));
    job.post(PATH, json(closed(START, START.plusSeconds(600))));
    job.post(PATH, json(open(START))); // the job was restored and tells its story again

    JsonNode seen = desks.signedIn(Role.DESK).getJson("/api/incidents/" + open(START).id());

    assertThat(seen.get("status").asString()).isEqualTo("CLOSED");
    assertThat(seen.get("version").asInt()).isEqualTo(2);
  }

  @Test
  void namesEveryBadItemAndStoresTheGoodOnes(Desks desks) {
    Incident good = open(START);
    String body =
        json(good).replaceFirst("]$", "")
            + ",{\"id\":\"x\",\"type\":\"FIRE\",\"startedAt\":\"yesterday\"},7]";

    HttpResponse<String> answer = desks.job().post(PATH, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode refused = Caller.json(answer).get("refused");
    assertThat(refused).hasSize(2);
    assertThat(refused.get(0).get("index").asInt()).isEqualTo(1);
    assertThat(refused.get(0).get("problems").toString())
        .contains("type must be one of [VACANCY,")
        .contains("startedAt must be an ISO-8601 instant")
        .contains("confirmedAt is missing")
        .contains("status must be one of [OPEN, CLOSED]");
    assertThat(refused.get(1).toString()).contains("must be a JSON object");
    assertThat(desks.signedIn(Role.DESK).getJson("/api/incidents").get("items")).hasSize(1);
  }

  @Test
  void refusesWhatContradictsItself(Desks desks) {
    String body = json(closed(START, START.plusSeconds(600)));
    assertRefused(desks, body.replace("\"CLOSED\"", "\"OPEN\""), "status OPEN goes with");
    assertRefused(
        desks, body.replace("2026-03-02T00:51:07Z", "2026-03-02T00:11:07Z"), "endedAt must not");
    assertRefused(desks, body.replace("\"w03\"", "null"), "windowId is missing");
    assertRefused(desks, body.replace("\"blindSeconds\":0.0", "\"blindSeconds\":1e999"), "blind");
    assertRefused(desks, body.replace("\"w03\"", "\"w\\u0000\""), "visible characters");
  }

  private static void assertRefused(Desks desks, String body, String problem) {
    HttpResponse<String> answer = desks.job().post(PATH, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(problem);
  }

  @Test
  void refusesWhatIsNoJsonArray(Desks desks) {
    assertThat(desks.job().post(PATH, "[{").body()).contains("no JSON");
    assertThat(desks.job().post(PATH, "{}").body()).contains("must be a JSON array");
    assertThat(desks.job().post(PATH, "[" + "{},".repeat(5000) + "{}]").body())
        .contains("5001 items");
  }

  @Test
  void refusesBodiesThatAreTooLarge(Desks desks) {
    HttpResponse<String> answer = desks.job().post(PATH, "[\"" + "x".repeat(9 << 20) + "\"]");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  /** Whatever meets and overtakes whatever: what stays is the same. */
  @Test
  void concurrentDeliveriesInAnyOrderEndTheSame(Desks desks) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int seconds = 600 + i;
      calls.add(
          () ->
              desks
                  .job()
                  .post(PATH, json(closed(START, START.plusSeconds(seconds)), open(START)))
                  .statusCode());
    }
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      for (Future<Integer> answer : senders.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      senders.shutdownNow();
    }

    JsonNode seen = desks.signedIn(Role.DESK).getJson("/api/incidents/" + open(START).id());
    assertThat(seen.get("endedAt").asString()).isEqualTo("2026-03-02T08:51:46.000+08:00");
  }
}
