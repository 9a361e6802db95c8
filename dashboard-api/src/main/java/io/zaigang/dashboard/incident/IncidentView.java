package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the desk sees it: the job's own object, and the number of its version.
 *
 * @param startedAt when it really began
 * @param confirmedAt when the rule's threshold was crossed
 * @param endedAt null while it goes on
 * @param blindSeconds seconds between start and end that no camera could see
 * @param measure the figures the rule decided on
 * @param review what people made of it
 * @param version grows with every change of this incident
 */
record IncidentView(
    String id,
    IncidentType type,
    @Nullable String windowId,
    List<String> postIds,
    @Nullable String areaId,
    List<String> cameraIds,
    OffsetDateTime startedAt,
    OffsetDateTime confirmedAt,
    @Nullable OffsetDateTime endedAt,
    IncidentStatus status,
    double blindSeconds,
    Map<String, Number> measure,
    ReviewView review,
    int version) {

  static IncidentView of(StoredIncident stored, HallTimes times) {
    Incident incident = stored.incident();
    return new IncidentView(
        incident.id(),
        incident.type(),
        incident.windowId(),
        incident.postIds(),
        incident.areaId(),
        incident.cameraIds(),
        times.at(incident.startedAt()),
        times.at(incident.confirmedAt()),
        times.atOrNull(incident.endedAt()),
        incident.status(),
        incident.blindSeconds(),
        incident.measure(),
        ReviewView.of(stored, times),
        stored.version());
  }
}
