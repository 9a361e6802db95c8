package io.zaigang.dashboard.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DashboardTest
class RecordedIT {

  private static final String FIRST = "2026-03-02T09:00:00.000+08:00";
  private static final String SECOND = "2026-03-02T09:02:00.000+08:00";

  @TempDir private Path folder;

  @Test
  void namesTheStretchesOnBothSidesOfAGapAndNothingOutsideTheSpan(Desks desks) throws Exception {
    HallFootage footage = HallFootage.compose(folder);
    footage.record(desks, "cam-02", instant(FIRST));
    footage.record(desks, "cam-02", instant(SECOND));
    Caller desk = desks.signedIn(Role.DESK);

    JsonNode stretches = desk.getJson(recorded("2026-03-02T09:00:10Z", "2026-03-02T09:02:30Z"));
    assertThat(stretches).isEmpty();

    stretches =
        desk.getJson(recorded("2026-03-02T09:00:10%2B08:00", "2026-03-02T09:02:30%2B08:00"));
    assertThat(stretches).hasSize(2);
    assertThat(stretches.get(0).get("from").asString()).isEqualTo("2026-03-02T09:00:10.000+08:00");
    assertThat(instant(stretches.get(0).get("to").asString()))
        .isBetween(instant(FIRST).plusSeconds(49), instant(FIRST).plusSeconds(51));
    assertThat(stretches.get(1).get("from").asString()).isEqualTo(SECOND);
    assertThat(stretches.get(1).get("to").asString()).isEqualTo("2026-03-02T09:02:30.000+08:00");
  }

  @Test
  void refusesAnUnknownCameraAndASpanLongerThanADay(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    String span = "from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:01Z";
    assertThat(desk.get("/api/cameras/cam-02/recorded?" + span).statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/cameras/nowhere/recorded?" + span).statusCode()).isEqualTo(404);
  }

  @Test
  void isClosedToThoseWhoMayNotSeeFootage(Desks desks) {
    String path = recorded("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
    assertThat(desks.stranger().get(path).statusCode()).isEqualTo(401);
    assertThat(desks.signedIn(Role.AUDITOR).get(path).statusCode()).isEqualTo(403);
  }

  private static String recorded(String from, String to) {
    return "/api/cameras/cam-02/recorded?from=" + from + "&to=" + to;
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
