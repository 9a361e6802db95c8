package io.zaigang.dashboard.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@DashboardTest
class PresenceIT {

  private static final String REPORT =
      "[{\"windowId\":\"w03\",\"at\":\"2026-03-02T08:41:00.000+08:00\",\"presence\":\"%s\","
          + "\"seen\":%d,\"since\":\"2026-03-02T08:40:00.000+08:00\"}]";

  @Test
  void showsTheNewestReportOfEachWindow(Desks desks) {
    Caller job = desks.job();
    job.post("/internal/presence", REPORT.formatted("STAFFED", 2));
    job.post("/internal/presence", REPORT.formatted("EMPTY", 0).replace("08:41:00", "08:40:30"));

    assertThat(desks.signedIn(Role.DESK).getJson("/api/windows").toString())
        .isEqualTo(
            ("[{'windowId':'w03','presence':'STAFFED','since':'2026-03-02T08:40:00.000+08:00',"
                    + "'at':'2026-03-02T08:41:00.000+08:00','seen':2,'cause':null}]")
                .replace('\'', '"'));
  }

  @Test
  void sendingAgainChangesNothing(Desks desks) {
    Caller job = desks.job();
    job.post("/internal/presence", REPORT.formatted("UNKNOWN", 0));

    assertThat(job.post("/internal/presence", REPORT.formatted("UNKNOWN", 0)).body())
        .isEqualTo("{\"taken\":1,\"changed\":0}");
  }

  @Test
  void refusesWhatIsNoPresence(Desks desks) {
    HttpResponse<String> answer =
        desks.job().post("/internal/presence", REPORT.formatted("AWAY", -1));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("presence must be one of [STAFFED, EMPTY, UNKNOWN, EXEMPT]")
        .contains("seen must be a number from 0");
  }
}
