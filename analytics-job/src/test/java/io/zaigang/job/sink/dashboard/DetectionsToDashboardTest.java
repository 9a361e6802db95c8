package io.zaigang.job.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.job.RecordingDashboard;
import io.zaigang.job.json.ContractJson;
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
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every frame reaches the dashboard, in the contract's words, also after an outage and a restart.
 */
class DetectionsToDashboardTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final ContractJson JSON = new ContractJson(ZoneId.of("Asia/Shanghai"));
  private static final String ADDRESS = "/internal/detections";
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
  void tellsWhoWasSeenWhereAndWhatCouldNotBeSeen() throws Exception {
    FrameDetections blind =
        new FrameDetections("cam-1", NINE, 0, 0, BlindCause.DARK, List.of(), List.of());
    try (SinkHarness<FrameDetections> sink = SinkHarness.fresh(sink())) {
      sink.write(frame(7));
      sink.write(blind);
      sink.run(() -> dashboard.objects(ADDRESS).size() == 2);
    }

    JsonNode seen = dashboard.objects(ADDRESS).get(0);
    assertThat(seen.get("cameraId").stringValue()).isEqualTo("cam-1");
    assertThat(seen.get("at").stringValue()).isEqualTo("2026-03-02T09:00:07.000+08:00");
    assertThat(seen.get("usable").booleanValue()).isTrue();
    assertThat(seen.get("persons").get(0).get("box"))
        .extracting(JsonNode::doubleValue)
        .containsExactly(10.0, 20.0, 30.0, 60.0);
    assertThat(seen.get("persons").get(0).has("phone")).as("nobody looked").isFalse();
    assertThat(dashboard.objects(ADDRESS).get(1).get("usable").booleanValue()).isFalse();
  }

  @Test
  void losesNoneWhileTheDashboardIsDownAndThroughARestart() throws Exception {
    dashboard.answers(request -> 503);
    OperatorSubtaskState snapshot;
    try (SinkHarness<FrameDetections> sink = SinkHarness.fresh(sink())) {
      for (int second = 0; second < 200; second++) {
        sink.write(frame(second));
      }
      sink.run(() -> !dashboard.refused().isEmpty());
      snapshot = sink.snapshot();
    }
    dashboard.answers(request -> 200);
    try (SinkHarness<FrameDetections> sink = SinkHarness.restored(sink(), snapshot)) {
      sink.run(() -> dashboard.objects(ADDRESS).size() >= 200);
    }

    assertThat(dashboard.objects(ADDRESS))
        .extracting(frame -> Instant.parse(frame.get("at").stringValue().replace("+08:00", "Z")))
        .isEqualTo(
            IntStream.range(0, 200).mapToObj(NINE.plusSeconds(8 * 3600)::plusSeconds).toList());
  }

  private DashboardSink<FrameDetections> sink() {
    return DashboardSink.detections(dashboard.address(), QUICK, JSON);
  }

  private static FrameDetections frame(int second) {
    PersonDetection person = PersonDetection.of(new Box(10, 20, 30, 60), 0.9);
    return new FrameDetections(
        "cam-1", NINE.plusSeconds(second), 640, 360, null, List.of(person), List.of());
  }
}
