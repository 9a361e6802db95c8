package io.zaigang.dashboard.detections;

import io.zaigang.dashboard.detections.DetectionsStore.Frame;
import io.zaigang.dashboard.intake.Batch;
import io.zaigang.dashboard.intake.IntakeAnswer;
import io.zaigang.dashboard.intake.ItemFields;
import io.zaigang.dashboard.intake.ObjectsBody;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.geometry.Box;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Detections: from the job, to whoever draws zones. */
@RestController
class DetectionsController {

  private static final int MOST_FRAMES = 600;

  private final DetectionsStore store;
  private final HallTimes times;
  private final Clock clock;
  private final JsonMapper json;

  DetectionsController(DetectionsStore store, HallTimes times, Clock clock, JsonMapper json) {
    this.store = store;
    this.times = times;
    this.clock = clock;
    this.json = json;
  }

  /**
   * One sampled picture's people.
   *
   * @param boxes x, y, width, height in fractions of the picture
   */
  record SeenPeople(OffsetDateTime at, boolean usable, List<List<Double>> boxes) {}

  /** Where people were seen in a camera's picture in the last minutes, oldest first. */
  @GetMapping("/api/settings/detections")
  List<SeenPeople> recent(
      @RequestParam @Size(max = 100) String cameraId,
      @RequestParam(defaultValue = "10") @Min(1) @Max(120) int minutes) {
    Instant since = clock.instant().minus(Duration.ofMinutes(minutes));
    return store.newest(cameraId, since, MOST_FRAMES).stream().map(this::seen).toList();
  }

  /** A JSON array of frames as in {@code detections.ndjson}; they are kept for some days. */
  @ObjectsBody
  @PostMapping(path = "/internal/detections", consumes = "application/json")
  ResponseEntity<Object> take(@RequestBody byte[] body) {
    Batch<Frame> batch = Batch.read(json, body, this::read);
    return IntakeAnswer.of(batch, store.put(batch.taken()));
  }

  private Frame read(ItemFields fields) {
    try {
      return new Frame(FrameJson.read(fields.item()), json.writeValueAsString(fields.item()));
    } catch (IllegalArgumentException e) {
      fields.require(false, String.valueOf(e.getMessage()));
      return NONE;
    }
  }

  private static final Frame NONE =
      new Frame(new FrameDetections("none", Instant.EPOCH, 1, 1, null, List.of(), List.of()), "{}");

  private SeenPeople seen(FrameDetections frame) {
    double width = Math.max(frame.widthPx(), 1);
    double height = Math.max(frame.heightPx(), 1);
    return new SeenPeople(
        times.at(frame.at()),
        frame.usable(),
        frame.persons().stream().map(p -> fractions(p.box(), width, height)).toList());
  }

  private static List<Double> fractions(Box box, double width, double height) {
    return List.of(box.x() / width, box.y() / height, box.width() / width, box.height() / height);
  }
}
