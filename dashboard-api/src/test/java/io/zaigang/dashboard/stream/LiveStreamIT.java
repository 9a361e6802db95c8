package io.zaigang.dashboard.stream;

import static io.zaigang.dashboard.incident.Incidents.START;
import static io.zaigang.dashboard.incident.Incidents.closed;
import static io.zaigang.dashboard.incident.Incidents.json;
import static io.zaigang.dashboard.incident.Incidents.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.stream.EventReader.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DashboardTest
class LiveStreamIT {

  @Test
  void tellsOfAnIncidentAsItComes(Desks desks) {
    try (EventReader stream = EventReader.open(desks.signedIn(Role.DESK))) {
      assertThat(stream.next().name()).isEqualTo("ready");

      desks.job().post("/internal/incidents", json(open(START)));
      Event event = stream.next();

      assertThat(event.name()).isEqualTo("incident");
      assertThat(event.data()).contains(open(START).id()).contains("\"status\":\"OPEN\"");
    }
  }

  @Test
  void aDeskThatSleptGetsEachThingOnceAsItIsNow(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    Event last;
    try (EventReader stream = EventReader.open(desk)) {
      stream.next();
      desks.job().post("/internal/incidents", json(open(START)));
      last = stream.next();
    }
    desks.job().post("/internal/incidents", json(open(START.plusSeconds(1000))));
    desks.job().post("/internal/presence", presence("w03", "EMPTY", 10));
    desks.job().post("/internal/incidents", json(closed(START, START.plusSeconds(600))));
    desks.job().post("/internal/presence", presence("w03", "STAFFED", 20));

    try (EventReader stream = EventReader.resume(desk, last.id())) {
      assertThat(stream.next().data()).contains(open(START.plusSeconds(1000)).id());
      assertThat(stream.next().data()).contains(open(START).id()).contains("\"CLOSED\"");
      assertThat(stream.next().data()).contains("\"STAFFED\"");
      desks.job().post("/internal/incidents", json(open(START.plusSeconds(2000))));
      assertThat(stream.next().data()).contains(open(START.plusSeconds(2000)).id());
      assertThat(stream.isQuiet()).isTrue();
    }
  }

  @Test
  void aDeskThatKnowsAllGetsNothing(Desks desks) {
    desks.job().post("/internal/incidents", json(open(START)));
    String last = Long.toString(desks.bean(ChangeNumbers.class).last());

    try (EventReader stream = EventReader.resume(desks.signedIn(Role.DESK), last)) {
      stream.nextComment();
      assertThat(stream.isQuiet()).isTrue();
    }
  }

  @Test
  void numbersOfAnotherDatabaseMeanLoadingAfresh(Desks desks) {
    try (EventReader stream = EventReader.resume(desks.signedIn(Role.DESK), "99999999")) {
      assertThat(stream.next().name()).isEqualTo("reset");
    }
  }

  @Test
  void refusesAnIdThatIsNone(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);

    assertThat(desk.send(desk.request("/api/stream").header("Last-Event-ID", "x")).statusCode())
        .isEqualTo(400);
    assertThat(desk.get("/api/stream?after=-5").statusCode()).isEqualTo(400);
  }

  @Test
  void endsWithTheSignIn(Desks desks) throws InterruptedException {
    Caller desk = desks.signedIn(Role.DESK);
    try (EventReader stream = EventReader.open(desk)) {
      stream.nextComment();
      desk.send("DELETE", "/api/session", "");

      assertThat(stream.ends()).isTrue();
    }
  }

  /** A sequence would let the later number be read first, and the earlier one be missed. */
  @Test
  void aTransactionThatCommitsLateIsNotSkipped(Desks desks) throws Exception {
    TransactionTemplate transactions = desks.bean(TransactionTemplate.class);
    ChangeNumbers numbers = desks.bean(ChangeNumbers.class);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (EventReader stream = EventReader.open(desks.signedIn(Role.DESK))) {
      stream.next();
      Future<?> sent =
          transactions.execute(
              slow -> {
                numbers.begin();
                Future<?> fast =
                    other.submit(() -> desks.job().post("/internal/incidents", json(open(START))));
                jdbc.update(
                    "insert into window_presence values ('w04', 'EMPTY', 0, null, now(), now(), ?)",
                    numbers.next());
                return fast;
              });
      sent.get(60, TimeUnit.SECONDS);

      Event first = stream.next();
      Event second = stream.next();
      assertThat(first.data()).contains("w04");
      assertThat(second.data()).contains(open(START).id());
      assertThat(Long.parseLong(second.id())).isEqualTo(Long.parseLong(first.id()) + 1);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void twoHundredDesksHearTheSame(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    List<EventReader> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        streams.add(EventReader.open(desk));
      }
      streams.forEach(stream -> assertThat(stream.next().name()).isEqualTo("ready"));
      for (int i = 0; i < 20; i++) {
        desks.job().post("/internal/incidents", json(open(START.plusSeconds(i))));
      }
      for (EventReader stream : streams) {
        for (int i = 0; i < 20; i++) {
          assertThat(stream.next().data()).contains(open(START.plusSeconds(i)).id());
        }
      }
    } finally {
      streams.forEach(EventReader::close);
    }
  }

  private static String presence(String windowId, String presence, int second) {
    return "[{\"windowId\":\"%s\",\"presence\":\"%s\",\"seen\":0,\"at\":\"%s\",\"since\":\"%s\"}]"
        .formatted(windowId, presence, START.plusSeconds(second), START.plusSeconds(second));
  }
}
