package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.intake.Batch;
import io.zaigang.dashboard.intake.IntakeAnswer;
import io.zaigang.dashboard.intake.ItemFields;
import io.zaigang.dashboard.intake.ObjectsBody;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.occupancy.OccupancyMinute;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Minutes of occupancy: from the job, to the page's time lines. */
@RestController
class OccupancyController {

  private static final Duration LONGEST_SPAN = Duration.ofDays(7);
  private static final double MOST_PERSONS = 1000;

  /** Floating-point sums of sixty seconds may differ by this much. */
  private static final double TOLERANCE_SECONDS = 0.5;

  private final OccupancyStore store;
  private final HallTimes times;
  private final JsonMapper json;

  OccupancyController(OccupancyStore store, HallTimes times, JsonMapper json) {
    this.store = store;
    this.times = times;
    this.json = json;
  }

  /** Minutes of one window in {@code [from, to)}, at most a week. */
  @GetMapping("/api/occupancy")
  List<OccupancyView> occupancy(
      @RequestParam @Size(max = 100) String windowId,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
      throw new BadRequest(
          "'to' must be after 'from', by " + LONGEST_SPAN.toDays() + " days at most");
    }
    return store.minutes(windowId, from.toInstant(), to.toInstant()).stream()
        .map(minute -> OccupancyView.of(minute, times))
        .toList();
  }

  /** A JSON array of minutes; sending them again changes nothing. */
  @ObjectsBody
  @PostMapping(path = "/internal/occupancy", consumes = "application/json")
  ResponseEntity<Object> take(@RequestBody byte[] body) {
    Batch<OccupancyMinute> batch = Batch.read(json, body, OccupancyController::read);
    return IntakeAnswer.of(batch, store.put(batch.taken()));
  }

  private static OccupancyMinute read(ItemFields fields) {
    Instant minute = fields.instant("minute");
    OccupancyMinute occupancy =
        new OccupancyMinute(
            fields.id("windowId"),
            minute,
            fields.amount("staffedSeconds", 60),
            fields.amount("emptySeconds", 60),
            fields.amount("blindSeconds", 60),
            fields.amount("exemptSeconds", 60),
            fields.amount("meanPersons", MOST_PERSONS),
            fields.amount("phoneSeconds", 60 * MOST_PERSONS));
    fields.require(
        minute.equals(minute.truncatedTo(ChronoUnit.MINUTES)), "minute must be a whole minute");
    double seconds =
        occupancy.staffedSeconds()
            + occupancy.emptySeconds()
            + occupancy.blindSeconds()
            + occupancy.exemptSeconds();
    fields.require(
        Math.abs(seconds - 60) <= TOLERANCE_SECONDS,
        "staffed, empty, blind and exempt seconds must add up to 60, not " + seconds);
    return occupancy;
  }
}
