package io.zaigang.dashboard.incident;

import static io.zaigang.dashboard.incident.Incidents.START;
import static io.zaigang.dashboard.incident.Incidents.closed;
import static io.zaigang.dashboard.incident.Incidents.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.incident.Incident;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IncidentVersionsTest {

  @Test
  void closedIsLaterThanOpenAndNeverTheOtherWayRound() {
    Incident open = open(START);
    Incident closed = closed(START, START.plusSeconds(600));

    assertThat(IncidentVersions.isLater(closed, open)).isTrue();
    assertThat(IncidentVersions.isLater(open, closed)).isFalse();
  }

  @Test
  void anEqualVersionIsNotLater() {
    assertThat(IncidentVersions.isLater(open(START), open(START))).isFalse();
  }

  @Test
  void theLaterEndIsLater() {
    assertThat(
            IncidentVersions.isLater(
                closed(START, START.plusSeconds(700)), closed(START, START.plusSeconds(600))))
        .isTrue();
  }

  @Test
  void whateverTheOrderOfDeliveryTheSameVersionStays() {
    List<Incident> versions =
        new ArrayList<>(
            List.of(
                open(START),
                closed(START, START.plusSeconds(600)),
                closed(START, START.plusSeconds(601)),
                open(START).closedAt(START.plusSeconds(601), 7, Map.of("seen", 0)),
                open(START).closedAt(START.plusSeconds(601), 7, Map.of("seen", 1)),
                open(START)));
    Random random = new Random(20261124);

    for (int round = 0; round < 200; round++) {
      Collections.shuffle(versions, random);
      Incident stays = versions.get(0);
      for (Incident version : versions) {
        stays = IncidentVersions.isLater(version, stays) ? version : stays;
      }
      assertThat(stays.measure()).isEqualTo(Map.of("seen", 1));
      assertThat(stays.blindSeconds()).isEqualTo(7);
    }
  }
}
