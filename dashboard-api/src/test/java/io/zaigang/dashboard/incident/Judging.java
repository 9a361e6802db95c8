package io.zaigang.dashboard.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.domain.incident.Incident;
import java.net.http.HttpResponse;
import java.util.UUID;

/** What people do with incidents, through the API, for tests about what follows from it. */
public final class Judging {

  private Judging() {}

  /** The job reports them. */
  public static void report(Desks desks, Incident... incidents) {
    ok(desks.job().post("/internal/incidents", Incidents.json(incidents)));
  }

  /** The desk confirms them. */
  public static void confirm(Desks desks, Incident... incidents) {
    Caller desk = someone(desks, Role.DESK);
    for (Incident incident : incidents) {
      ok(desk.post(path(incident, "confirmation"), "{\"revision\":0,\"remark\":\"\"}"));
    }
  }

  /** The desk dismisses it: somebody stood in. */
  public static void dismiss(Desks desks, Incident incident) {
    ok(
        someone(desks, Role.DESK)
            .post(
                path(incident, "dismissal"),
                "{\"revision\":0,\"reason\":\"COVERED\",\"falseAlarm\":null,\"remark\":\"B岗在岗\"}"));
  }

  /** Somebody appeals against a confirmed one. */
  public static void appeal(Desks desks, Incident incident) {
    ok(
        someone(desks, Role.DESK)
            .post(
                path(incident, "appeal"),
                "{\"revision\":1,\"text\":\"当时B岗在岗\",\"appellant\":\"王某\"}"));
  }

  /** A supervisor finds the appeal right. */
  public static void reverse(Desks desks, Incident incident) {
    ok(
        someone(desks, Role.SUPERVISOR)
            .post(
                path(incident, "decision"),
                "{\"revision\":2,\"outcome\":\"REVERSED\",\"reason\":\"录像显示B岗在岗\"}"));
  }

  private static Caller someone(Desks desks, Role role) {
    return desks.signedInAs("someone-" + UUID.randomUUID(), role);
  }

  private static String path(Incident incident, String what) {
    return "/api/incidents/" + incident.id() + "/" + what;
  }

  private static void ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
