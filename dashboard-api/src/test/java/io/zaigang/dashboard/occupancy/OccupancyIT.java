package io.zaigang.dashboard.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DashboardTest
class OccupancyIT {

  private static final String QUERY =
      "/api/occupancy?windowId=w03&from=2026-03-02T08:00:00%2B08:00&to=2026-03-02T09:00:00%2B08:00";

  private static String minute(double staffed, double empty, double blind) {
    return ("[{\"windowId\":\"w03\",\"minute\":\"2026-03-02T08:41:00.000+08:00\","
            + "\"staffedSeconds\":%s,\"emptySeconds\":%s,\"blindSeconds\":%s,\"exemptSeconds\":0,"
            + "\"meanPersons\":1.25,\"phoneSeconds\":4}]")
        .formatted(staffed, empty, blind);
  }

  @Test
  void givesBackMinutesOfASpan(Desks desks) {
    desks.job().post("/internal/occupancy", minute(40, 20, 0));

    assertThat(desks.signedIn(Role.DESK).getJson(QUERY).toString())
        .isEqualTo(
            ("[{'windowId':'w03','minute':'2026-03-02T08:41:00.000+08:00','staffedSeconds':40.0,"
                    + "'emptySeconds':20.0,'blindSeconds':0.0,'exemptSeconds':0.0,"
                    + "'meanPersons':1.25,'phoneSeconds':4.0}]")
                .replace('\'', '"'));
  }

  @Test
  void whoHasSeenMoreKnowsBetter(Desks desks) {
    Caller job = desks.job();
    job.post("/internal/occupancy", minute(0, 30, 30));
    job.post("/internal/occupancy", minute(10, 45, 5));
    job.post("/internal/occupancy", minute(0, 0, 60));

    JsonNode minutes = desks.signedIn(Role.DESK).getJson(QUERY);

    assertThat(minutes).hasSize(1);
    assertThat(minutes.get(0).get("emptySeconds").asDouble()).isEqualTo(45);
  }

  @Test
  void sendingAgainChangesNothing(Desks desks) {
    Caller job = desks.job();
    assertThat(job.post("/internal/occupancy", minute(40, 20, 0)).body()).contains("\"changed\":1");

    assertThat(job.post("/internal/occupancy", minute(40, 20, 0)).body()).contains("\"changed\":0");
  }

  @Test
  void refusesMinutesThatDoNotAddUp(Desks desks) {
    assertThat(desks.job().post("/internal/occupancy", minute(40, 10, 0)).body())
        .contains("must add up to 60, not 50.0");
    assertThat(
            desks
                .job()
                .post("/internal/occupancy", minute(40, 20, 0).replace("41:00", "41:01"))
                .body())
        .contains("whole minute");
  }

  @Test
  void refusesSpansThatAreTooLong(Desks desks) {
    assertThat(desks.signedIn(Role.DESK).get(QUERY.replace("to=2026", "to=2036")).statusCode())
        .isEqualTo(400);
  }
}
