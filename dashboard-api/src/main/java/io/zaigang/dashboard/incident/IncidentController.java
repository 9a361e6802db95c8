package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.review.Standing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents, for the desk. */
@RestController
class IncidentController {

  private final IncidentStore store;
  private final HallTimes times;

  IncidentController(IncidentStore store, HallTimes times) {
    this.store = store;
    this.times = times;
  }

  /** A page of incidents, newest start first. */
  @GetMapping("/api/incidents")
  IncidentPage incidents(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable @Size(max = 400) String before,
      @RequestParam(required = false) @Nullable List<IncidentType> type,
      @RequestParam(required = false) @Nullable @Size(max = 500) List<String> windowId,
      @RequestParam(required = false) @Nullable IncidentStatus status,
      @RequestParam(required = false) @Nullable List<Standing> standing,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime to) {
    IncidentFilter filter =
        new IncidentFilter(
            type == null ? List.of() : type,
            windowId == null ? List.of() : windowId,
            status,
            standing == null ? List.of() : standing,
            from == null ? null : from.toInstant(),
            to == null ? null : to.toInstant());
    IncidentCursor cursor = before == null ? null : IncidentCursor.parse(before);
    // one more than asked for tells whether there is another page
    List<StoredIncident> found = store.newest(filter, cursor, limit + 1);
    List<StoredIncident> page = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? IncidentCursor.after(page.get(limit - 1)).text() : null;
    return new IncidentPage(page.stream().map(i -> IncidentView.of(i, times)).toList(), next);
  }

  /** One incident. */
  @GetMapping("/api/incidents/{id}")
  IncidentView incident(@PathVariable String id) {
    return store
        .find(id)
        .map(incident -> IncidentView.of(incident, times))
        .orElseThrow(() -> new NotFound("There is no incident with this id"));
  }
}
