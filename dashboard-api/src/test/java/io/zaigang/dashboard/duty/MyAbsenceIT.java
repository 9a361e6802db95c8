package io.zaigang.dashboard.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 外出请假 of one's own, from asking to the approver's word. */
@DashboardTest
class MyAbsenceIT {

  private static final String MARCH = "/api/my/absences?month=2026-03";

  private static String wanted(String kind, String from, String to) {
    return "{\"kind\":\"%s\",\"from\":\"2026-03-04T%s:00+08:00\",\"to\":\"2026-03-04T%s:00+08:00\",\"reason\":\"就医\"}"
        .formatted(kind, from, to);
  }

  private static String asked(Caller who, String kind, String from, String to) {
    HttpResponse<String> answer = who.post("/api/my/absences", wanted(kind, from, to));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer).path("id").asString();
  }

  @Test
  void oneSeesOnesOwnWithEveryStepOfItsApproval(Desks desks) {
    HallPeople.arrive(desks.signedIn(Role.ADMIN));
    Caller zhang = desks.signedInAs("zhang", Role.STAFF);
    Caller wang = desks.signedInAs("wang", Role.STAFF);
    String id = asked(zhang, "LEAVE", "08:30", "12:00");
    assertThat(zhang.getJson(MARCH).get(0).path("state").asString()).isEqualTo("PENDING");

    Caller approver = desks.signedIn(Role.APPROVER);
    approver.post(
        "/api/duty/absences/" + id + "/decision", "{\"verdict\":\"APPROVED\",\"remark\":\"同意\"}");

    JsonNode mine = zhang.getJson(MARCH).get(0);
    assertThat(mine.path("state").asString()).isEqualTo("APPROVED");
    assertThat(mine.path("steps").get(0).path("remark").asString()).isEqualTo("同意");
    assertThat(wang.getJson(MARCH)).as("nobody sees another's").isEmpty();
    assertThat(zhang.send("DELETE", "/api/my/absences/" + id, "").statusCode())
        .as("decided is decided")
        .isEqualTo(409);
  }

  @Test
  void takesBackWhatIsPendingAndOnesOwnAlone(Desks desks) {
    HallPeople.arrive(desks.signedIn(Role.ADMIN));
    Caller zhang = desks.signedInAs("zhang", Role.STAFF);
    Caller wang = desks.signedInAs("wang", Role.STAFF);
    String id = asked(zhang, "OUTING", "09:00", "10:30");

    assertThat(wang.send("DELETE", "/api/my/absences/" + id, "").statusCode()).isEqualTo(404);
    assertThat(zhang.send("DELETE", "/api/my/absences/" + id, "").statusCode()).isEqualTo(200);
    assertThat(zhang.getJson(MARCH).get(0).path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(zhang.post("/api/my/absences", wanted("OUTING", "09:00", "11:00")).body())
        .contains("less than 2 hours");
  }
}
