package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.review.Review;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Incidents in PostgreSQL. */
@Component
public class IncidentStore {

  private static final TypeReference<TreeMap<String, Number>> MEASURE = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  IncidentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One incident. */
  public Optional<StoredIncident> find(String id) {
    return jdbc.sql("select * from incident where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Newest start first, after the cursor's place. */
  List<StoredIncident> newest(IncidentFilter filter, @Nullable IncidentCursor after, int limit) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("limit", limit);
    if (!filter.types().isEmpty()) {
      conditions.add("type in (:types)");
      values.put("types", filter.types().stream().map(Enum::name).toList());
    }
    if (!filter.windowIds().isEmpty()) {
      conditions.add("window_id in (:windowIds)");
      values.put("windowIds", filter.windowIds());
    }
    if (filter.status() != null) {
      conditions.add("status = '" + filter.status().name() + "'"); // a literal: partial index
    }
    if (!filter.standings().isEmpty()) {
      conditions.add("standing in (:standings)");
      values.put("standings", filter.standings().stream().map(Enum::name).toList());
    }
    if (filter.from() != null) {
      conditions.add("started_at >= :from");
      values.put("from", Timestamp.from(filter.from()));
    }
    if (filter.to() != null) {
      conditions.add("started_at < :to");
      values.put("to", Timestamp.from(filter.to()));
    }
    if (after != null) {
      conditions.add("(started_at, id) < (:cursorAt, :cursorId)");
      values.put("cursorAt", Timestamp.from(after.startedAt()));
      values.put("cursorId", after.id());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(
            "select * from incident" + where + " order by started_at desc, id desc limit :limit")
        .params(values)
        .query(this::read)
        .list();
  }

  /** All that began in {@code [from, to)}, oldest first. */
  List<StoredIncident> startedIn(Instant from, Instant to) {
    return jdbc.sql(
            "select * from incident where started_at >= :from and started_at < :to"
                + " order by started_at, id")
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(this::read)
        .list();
  }

  /** Ids of those begun since then that never count, as was decided before an instant. */
  List<String> neverCounting(Instant begunSince, Instant decidedBefore) {
    return jdbc.sql(
            """
            select i.id from incident i
            where i.standing in ('DISMISSED', 'REVERSED') and i.started_at >= :since
                and not exists (select 1 from incident_step s where s.incident_id = i.id
                    and s.kind in ('DISMISSED', 'REVERSED') and s.at >= :before)
            """)
        .param("since", Timestamp.from(begunSince))
        .param("before", Timestamp.from(decidedBefore))
        .query(String.class)
        .list();
  }

  List<StoredIncident> changed(long after, long upTo, int limit) {
    return jdbc.sql(
            "select * from incident where change_number > :after and change_number <= :upTo"
                + " order by change_number limit :limit")
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** Stores a first or later version. */
  void put(StoredIncident stored) {
    Incident incident = stored.incident();
    jdbc.sql(
            """
            insert into incident (id, type, window_id, post_ids, area_id, camera_ids, started_at,
                confirmed_at, ended_at, status, blind_seconds, measure, version, change_number)
            values (:id, :type, :windowId, :postIds, :areaId, :cameraIds, :startedAt,
                :confirmedAt, :endedAt, :status, :blindSeconds, :measure, :version, :changeNumber)
            on conflict (id) do update set
                post_ids = excluded.post_ids, camera_ids = excluded.camera_ids,
                confirmed_at = excluded.confirmed_at, ended_at = excluded.ended_at,
                status = excluded.status, blind_seconds = excluded.blind_seconds,
                measure = excluded.measure, version = excluded.version,
                change_number = excluded.change_number
            """)
        .param("id", incident.id())
        .param("type", incident.type().name())
        .param("windowId", incident.windowId())
        .param("postIds", incident.postIds().toArray(String[]::new))
        .param("areaId", incident.areaId())
        .param("cameraIds", incident.cameraIds().toArray(String[]::new))
        .param("startedAt", Timestamp.from(incident.startedAt()))
        .param("confirmedAt", Timestamp.from(incident.confirmedAt()))
        .param("endedAt", incident.endedAt() == null ? null : Timestamp.from(incident.endedAt()))
        .param("status", incident.status().name())
        .param("blindSeconds", incident.blindSeconds())
        .param("measure", json.writeValueAsString(incident.measure()))
        .param("version", stored.version())
        .param("changeNumber", stored.changeNumber())
        .update();
  }

  /** Stores what people made of it; what the job said stays. */
  void putReview(StoredIncident stored) {
    jdbc.sql(
            "update incident set standing = :standing, review = :review, comments = :comments,"
                + " version = :version, change_number = :changeNumber where id = :id")
        .param("id", stored.incident().id())
        .param("standing", stored.review().standing().name())
        .param("review", json.writeValueAsString(stored.review()))
        .param("comments", stored.comments())
        .param("version", stored.version())
        .param("changeNumber", stored.changeNumber())
        .update();
  }

  private StoredIncident read(ResultSet row, int index) throws SQLException {
    Incident incident =
        new Incident(
            row.getString("id"),
            IncidentType.valueOf(row.getString("type")),
            row.getString("window_id"),
            texts(row.getArray("post_ids")),
            row.getString("area_id"),
            texts(row.getArray("camera_ids")),
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("confirmed_at").toInstant(),
            instantOrNull(row.getTimestamp("ended_at")),
            IncidentStatus.valueOf(row.getString("status")),
            row.getDouble("blind_seconds"),
            json.readValue(row.getString("measure"), MEASURE));
    return new StoredIncident(
        incident,
        review(row.getString("review")),
        row.getInt("comments"),
        row.getInt("version"),
        row.getLong("change_number"));
  }

  private Review review(@Nullable String text) {
    return text == null ? Review.NONE : json.readValue(text, Review.class);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instantOrNull(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
