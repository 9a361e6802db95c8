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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DashboardTest
class IncidentListIT {

  @Test
  void pagesThroughEverythingOnceNewestFirst(Desks desks) {
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      incidents.add(open(START.plusSeconds(60L * i)));
    }
    desks.job().post("/internal/incidents", json(incidents.toArray(Incident[]::new)));
    Caller desk = desks.signedIn(Role.DESK);

    List<String> seen = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      JsonNode page = desk.getJson("/api/incidents?limit=10" + next);
      page.get("items").forEach(item -> seen.add(item.get("id").asString()));
      next = page.get("next").isNull() ? "" : "&before=" + page.get("next").asString();
      pages++;
    } while (!next.isEmpty());

    List<String> newestFirst = new ArrayList<>(incidents.stream().map(Incident::id).toList());
    Collections.reverse(newestFirst);
    assertThat(seen).isEqualTo(newestFirst);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void incidentsOfOneInstantAreNeitherLostNorRepeatedAtAPageEdge(Desks desks) {
    List<Incident> twins = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Incident i0 = open(START);
      twins.add(
          new Incident(
              "twin-" + i,
              i0.type(),
              i0.windowId(),
              i0.postIds(),
              null,
              i0.cameraIds(),
              i0.startedAt(),
              i0.confirmedAt(),
              null,
              i0.status(),
              0,
              i0.measure()));
    }
    desks.job().post("/internal/incidents", json(twins.toArray(Incident[]::new)));
    Caller desk = desks.signedIn(Role.DESK);

    JsonNode first = desk.getJson("/api/incidents?limit=3");
    JsonNode second = desk.getJson("/api/incidents?limit=3&before=" + first.get("next").asString());

    List<String> seen = new ArrayList<>();
    first.get("items").forEach(item -> seen.add(item.get("id").asString()));
    second.get("items").forEach(item -> seen.add(item.get("id").asString()));
    assertThat(seen).containsExactly("twin-4", "twin-3", "twin-2", "twin-1", "twin-0");
  }

  @Test
  void filtersByTypeWindowStatusAndTime(Desks desks) {
    desks
        .job()
        .post(
            "/internal/incidents",
            json(open(START), closed(START.plusSeconds(3600), START.plusSeconds(7200))));
    Caller desk = desks.signedIn(Role.DESK);

    assertThat(count(desk, "type=VACANCY&type=GATHERING")).isEqualTo(2);
    assertThat(count(desk, "type=PHONE_USE")).isZero();
    assertThat(count(desk, "windowId=w03")).isEqualTo(2);
    assertThat(count(desk, "windowId=w04")).isZero();
    assertThat(count(desk, "status=OPEN")).isEqualTo(1);
    assertThat(count(desk, "from=2026-03-02T09:00:00%2B08:00")).isEqualTo(1);
    assertThat(count(desk, "to=2026-03-02T09:00:00%2B08:00&status=CLOSED")).isZero();
  }

  private static int count(Caller desk, String query) {
    return desk.getJson("/api/incidents?" + query).get("items").size();
  }

  @Test
  void saysWhatIsWrongWithAQuery(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);

    assertThat(desk.get("/api/incidents?before=nonsense").body()).contains("pass on 'next'");
    assertThat(desk.get("/api/incidents?limit=0").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/incidents?limit=100000").body()).contains("limit must be");
    assertThat(desk.get("/api/incidents?type=FIRE").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/incidents?windowId=w%00").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/incidents?windowId=%27%20or%201=1--").body())
        .isEqualTo("{\"items\":[],\"next\":null}");
    assertThat(desk.get("/api/incidents/unknown").statusCode()).isEqualTo(404);
  }
}
