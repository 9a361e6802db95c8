package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Incidents for tests, as objects and as the job's JSON. */
public final class Incidents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static final Instant START = Instant.parse("2026-03-02T00:41:07Z");

  private Incidents() {}

  /** A vacancy of w03 that goes on. */
  public static Incident open(Instant startedAt) {
    return new Incident(
        Incident.idOf(IncidentType.VACANCY, "w03", startedAt),
        IncidentType.VACANCY,
        "w03",
        List.of("w03-a", "w03-b"),
        null,
        List.of("cam-01"),
        startedAt,
        startedAt.plusSeconds(300),
        null,
        IncidentStatus.OPEN,
        0,
        new TreeMap<>(Map.of("minOnPost", 1, "seen", 0)));
  }

  public static Incident closed(Instant startedAt, Instant endedAt) {
    return open(startedAt).closedAt(endedAt, 0, Map.of("minOnPost", 1, "seen", 0));
  }

  /** A phone in use, over; where and when an export says. */
  static Incident phoneUse(JsonNode exported) {
    Instant startedAt = OffsetDateTime.parse(exported.get("startedAt").asString()).toInstant();
    return new Incident(
        exported.get("id").asString(),
        IncidentType.PHONE_USE,
        "w03",
        texts(exported.get("postIds")),
        null,
        texts(exported.get("cameraIds")),
        startedAt,
        startedAt.plusSeconds(120),
        OffsetDateTime.parse(exported.get("endedAt").asString()).toInstant(),
        IncidentStatus.CLOSED,
        0,
        new TreeMap<>(Map.of("trackId", 1, "share", 0.8)));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** What the job posts. */
  public static String json(Incident... incidents) {
    return JSON.writeValueAsString(Arrays.stream(incidents).map(Incidents::map).toList());
  }

  private static Map<String, Object> map(Incident incident) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("id", incident.id());
    fields.put("type", incident.type().name());
    fields.put("windowId", incident.windowId());
    fields.put("postIds", incident.postIds());
    fields.put("areaId", incident.areaId());
    fields.put("cameraIds", incident.cameraIds());
    fields.put("startedAt", incident.startedAt().toString());
    fields.put("confirmedAt", incident.confirmedAt().toString());
    fields.put("endedAt", incident.endedAt() == null ? null : incident.endedAt().toString());
    fields.put("status", incident.status().name());
    fields.put("blindSeconds", incident.blindSeconds());
    fields.put("measure", incident.measure());
    return fields;
  }
}
