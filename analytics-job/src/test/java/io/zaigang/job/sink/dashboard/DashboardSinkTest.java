package io.zaigang.job.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.RecordingDashboard;
import io.zaigang.job.dashboard.DashboardAddress;
import io.zaigang.job.json.ContractJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class DashboardSinkTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final ContractJson JSON = new ContractJson(ZoneId.of("Asia/Shanghai"));
  private static final DeliverySettings QUICK =
      new DeliverySettings(Duration.ofSeconds(2), Duration.ofMillis(1), 10_000);

  @TempDir private Path dir;

  private RecordingDashboard dashboard;

  @BeforeEach
  void start() throws Exception {
    dashboard = new RecordingDashboard(dir);
  }

  @AfterEach
  void stop() {
    dashboard.close();
  }

  @Test
  void deliversWithTheServiceToken() throws Exception {
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      writer.write(minute(0));
      writer.run(() -> !dashboard.taken().isEmpty());
    }
    RecordingDashboard.Request request = dashboard.taken().get(0);
    assertThat(request.path()).isEqualTo("/internal/occupancy");
    assertThat(request.authorization()).isEqualTo("Bearer secret-token");
    assertThat(request.objects().get(0).get("minute").stringValue())
        .isEqualTo("2026-03-02T09:00:00.000+08:00");
  }

  @Test
  void triesAgainAfterRefusalAndKeepsTheOrder() throws Exception {
    dashboard.answers(request -> dashboard.refused().size() < 3 ? 503 : 200);
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      writer.write(minute(0));
      writer.run(() -> !dashboard.refused().isEmpty());
      writer.write(minute(1));
      writer.run(() -> delivered("/internal/occupancy") == 2);
    }
    assertThat(dashboard.refused()).hasSize(3);
    assertThat(minuteNumbers()).containsExactly(0, 1);
  }

  @Test
  void takesEverythingInWhileTheDashboardIsDown() throws Exception {
    dashboard.answers(request -> 503);
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      for (int i = 0; i < 5_000; i++) {
        writer.write(minute(i));
      }
      writer.run(() -> dashboard.refused().size() > 2);
      dashboard.answers(request -> 200);
      writer.run(() -> delivered("/internal/occupancy") == 5_000);
    }
    assertThat(minuteNumbers()).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }

  @Test
  void keepsWhatIsNotDeliveredThroughRestart() throws Exception {
    dashboard.answers(request -> 503);
    OperatorSubtaskState snapshot;
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      for (int i = 0; i < 300; i++) {
        writer.write(minute(i));
      }
      writer.run(() -> !dashboard.refused().isEmpty());
      snapshot = writer.snapshot();
    }
    dashboard.answers(request -> 200);
    try (SinkHarness<OccupancyMinute> writer = SinkHarness.restored(minutesSink(QUICK), snapshot)) {
      writer.run(() -> delivered("/internal/occupancy") == 300);
    }
    assertThat(minuteNumbers()).isEqualTo(IntStream.range(0, 300).boxed().toList());
  }

  @Test
  void dropsOnlyTheObjectThatIsRefusedForGood() throws Exception {
    dashboard.answers(request -> request.body().contains("T09:07:00") ? 400 : 200);
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      for (int i = 0; i < 20; i++) {
        writer.write(minute(i));
      }
      writer.run(() -> delivered("/internal/occupancy") == 19);
      assertThat(writer.counter("refusedByDashboard")).isEqualTo(1);
    }
    assertThat(minuteNumbers()).doesNotContain(7).hasSize(19).isSorted();
  }

  @Test
  void waitsForTheTokenToBecomeRight() throws Exception {
    dashboard.answers(request -> request.authorization().equals("Bearer new") ? 200 : 401);
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      writer.write(minute(0));
      writer.run(() -> !dashboard.refused().isEmpty());
      Files.writeString(Path.of(dashboard.address().tokenFile()), "new");
      writer.run(() -> delivered("/internal/occupancy") == 1);
    }
  }

  @Test
  void tellsOnlyTheNewestPresenceAfterAnOutage() throws Exception {
    dashboard.answers(request -> 503);
    try (SinkHarness<WindowPresence> writer =
        SinkHarness.fresh(DashboardSink.presence(dashboard.address(), QUICK, JSON))) {
      for (int i = 0; i < 600; i++) {
        writer.write(
            new WindowPresence("w" + i % 3, NINE.plusSeconds(i), Presence.STAFFED, 1, NINE));
      }
      writer.run(() -> dashboard.refused().size() > 1);
      dashboard.answers(request -> 200);
      writer.run(() -> delivered("/internal/presence") >= 3);
    }
    List<JsonNode> told = dashboard.objects("/internal/presence");
    assertThat(told).hasSize(3);
    assertThat(told)
        .extracting(p -> p.get("at").stringValue())
        .containsExactlyInAnyOrder(
            "2026-03-02T09:09:57.000+08:00",
            "2026-03-02T09:09:58.000+08:00",
            "2026-03-02T09:09:59.000+08:00");
  }

  @Test
  void stopsTakingInOnlyWhenItsLimitIsReached() throws Exception {
    DeliverySettings small = new DeliverySettings(Duration.ofSeconds(2), Duration.ofMillis(1), 250);
    dashboard.answers(request -> dashboard.refused().size() < 5 ? 503 : 200);
    try (SinkHarness<OccupancyMinute> writer = minutes(small)) {
      for (int i = 0; i < 600; i++) {
        writer.write(minute(i));
      }
      writer.run(() -> delivered("/internal/occupancy") == 600);
    }
    assertThat(dashboard.refused()).hasSize(5);
    assertThat(minuteNumbers()).isEqualTo(IntStream.range(0, 600).boxed().toList());
  }

  @Test
  void waitsForEverythingToBeTakenAtTheEndOfTheInput() throws Exception {
    dashboard.answers(request -> dashboard.refused().size() < 4 ? 503 : 200);
    try (SinkHarness<OccupancyMinute> writer = minutes(QUICK)) {
      writer.write(minute(0));
      writer.write(minute(1));
      writer.end();
      assertThat(delivered("/internal/occupancy")).isEqualTo(2);
    }
  }

  @Test
  void countsAsDownWhenNobodyListens() throws Exception {
    DashboardAddress nobody =
        new DashboardAddress("http://127.0.0.1:1", dashboard.address().tokenFile());
    try (SinkHarness<OccupancyMinute> writer =
        SinkHarness.fresh(DashboardSink.occupancy(nobody, QUICK, JSON))) {
      writer.write(minute(0));
      writer.run(() -> writer.counter("retriesToDashboard") > 1);
    }
  }

  private SinkHarness<OccupancyMinute> minutes(DeliverySettings settings) throws Exception {
    return SinkHarness.fresh(minutesSink(settings));
  }

  private DashboardSink<OccupancyMinute> minutesSink(DeliverySettings settings) {
    return DashboardSink.occupancy(dashboard.address(), settings, JSON);
  }

  private int delivered(String path) {
    return dashboard.objects(path).size();
  }

  private List<Integer> minuteNumbers() {
    return dashboard.objects("/internal/occupancy").stream()
        .map(minute -> (int) minute.get("meanPersons").doubleValue())
        .toList();
  }

  private static OccupancyMinute minute(int number) {
    return new OccupancyMinute("w1", NINE.plusSeconds(60L * number), 60, 0, 0, 0, number, 0);
  }
}
