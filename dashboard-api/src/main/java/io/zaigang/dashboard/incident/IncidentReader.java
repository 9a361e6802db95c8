package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.intake.ItemFields;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads an incident as the job sends it. */
final class IncidentReader {

  /** A year: blind time beyond it is an error of the sender. */
  private static final double MOST_BLIND_SECONDS = 366 * 86_400;

  private IncidentReader() {}

  static Incident read(ItemFields fields) {
    String id = fields.id("id");
    IncidentType type = fields.oneOf("type", IncidentType.class);
    String windowId = fields.idOrNull("windowId");
    List<String> postIds = fields.ids("postIds");
    String areaId = fields.idOrNull("areaId");
    List<String> cameraIds = fields.ids("cameraIds");
    Instant startedAt = fields.instant("startedAt");
    Instant confirmedAt = fields.instant("confirmedAt");
    Instant endedAt = fields.instantOrNull("endedAt");
    IncidentStatus status = fields.oneOf("status", IncidentStatus.class);
    double blindSeconds = fields.amount("blindSeconds", MOST_BLIND_SECONDS);
    SortedMap<String, Number> measure = fields.figures("measure");

    fields.require(
        windowId != null || (type == IncidentType.GATHERING && areaId != null),
        "windowId is missing: only a GATHERING may have an areaId instead");
    fields.require(!confirmedAt.isBefore(startedAt), "confirmedAt must not be before startedAt");
    fields.require(
        endedAt == null || !endedAt.isBefore(startedAt), "endedAt must not be before startedAt");
    fields.require(
        (endedAt == null) == (status == IncidentStatus.OPEN),
        "status OPEN goes with endedAt null, CLOSED with an instant");
    // where something is wrong the values are stand-ins that need not fit together
    return new Incident(
        id,
        type,
        windowId,
        postIds,
        areaId,
        cameraIds,
        startedAt,
        confirmedAt,
        endedAt,
        statusFor(endedAt),
        blindSeconds,
        measure);
  }

  private static IncidentStatus statusFor(@Nullable Instant endedAt) {
    return endedAt == null ? IncidentStatus.OPEN : IncidentStatus.CLOSED;
  }
}
