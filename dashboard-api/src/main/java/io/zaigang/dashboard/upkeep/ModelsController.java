package io.zaigang.dashboard.upkeep;

import io.zaigang.dashboard.detections.DetectionsStore;
import io.zaigang.dashboard.detections.DetectionsStore.CameraTally;
import io.zaigang.dashboard.footage.AnalysisLog;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.upkeep.ModelsView.CameraReport;
import io.zaigang.dashboard.upkeep.ModelsView.ModelAtWork;
import io.zaigang.dashboard.upkeep.ModelsView.TaughtHeadView;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.site.Camera;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The job's models, in the job's own words: {@link AnalysisLog}, its reports, its self-test. */
@RestController
class ModelsController {

  private static final Duration LOOKED_BACK = Duration.ofHours(1);

  private final AnalysisLog log;
  private final SelfTestFile selfTest;
  private final DetectionsStore detections;
  private final SitePlans plans;
  private final HallTimes times;
  private final Clock clock;

  ModelsController(
      AnalysisLog log,
      SelfTestFile selfTest,
      DetectionsStore detections,
      SitePlans plans,
      HallTimes times,
      Clock clock) {
    this.log = log;
    this.selfTest = selfTest;
    this.detections = detections;
    this.plans = plans;
    this.times = times;
    this.clock = clock;
  }

  /** Which models run, what the job reports of the cameras, what the last self-test said. */
  @GetMapping("/api/settings/models")
  ModelsView models() {
    Instant now = clock.instant();
    Optional<JsonNode> entry = log.at(now);
    return new ModelsView(
        entry.map(one -> times.at(Instant.parse(one.path("since").asString()))).orElse(null),
        entry.map(ModelsController::atWork).orElse(List.of()),
        entry.map(this::taught).orElse(null),
        selfTest.last().orElse(null),
        cameras(now.minus(LOOKED_BACK)));
  }

  /** Older jobs told ids and hashes only. */
  private static List<ModelAtWork> atWork(JsonNode entry) {
    JsonNode told =
        entry.has("roles") && !entry.path("roles").isEmpty()
            ? entry.path("roles")
            : entry.path("models");
    List<ModelAtWork> models = new ArrayList<>();
    told.forEach(
        model ->
            models.add(
                new ModelAtWork(
                    model.path("role").asString(""),
                    model.path("id").asString(""),
                    model.path("family").asString(""),
                    model.path("sha256").asString(""),
                    model.path("input").asString(""),
                    model.path("licence").asString(""))));
    return models;
  }

  private @Nullable TaughtHeadView taught(JsonNode entry) {
    JsonNode head = entry.path("taughtHead");
    return head.isMissingNode()
        ? null
        : new TaughtHeadView(
            head.path("sha256").asString(""),
            plans.current().plan().operation().taughtHead(),
            head.path("confirmed").asInt(0),
            head.path("dismissed").asInt(0),
            head.path("days").asInt(0),
            head.path("gain").asDouble(0),
            head.path("gainError").asDouble(0));
  }

  private List<CameraReport> cameras(Instant since) {
    Map<String, CameraTally> told =
        detections.tally(since).stream()
            .collect(Collectors.toMap(CameraTally::cameraId, Function.identity()));
    return plans.current().plan().cameras().stream()
        .map(Camera::id)
        .map(id -> report(id, told.get(id)))
        .toList();
  }

  private CameraReport report(String cameraId, @Nullable CameraTally tally) {
    return tally == null
        ? new CameraReport(cameraId, null, 0, 0)
        : new CameraReport(cameraId, times.at(tally.newest()), tally.pictures(), tally.blind());
  }
}
