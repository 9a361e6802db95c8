package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.stream.ChangeNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** State of the evidence in PostgreSQL; the clips themselves are files. */
@Component
class EvidenceStore {

  /** A row of {@code evidence} with the number of its last change. */
  record Numbered(Evidence evidence, long changeNumber) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ChangeNumbers numbers;
  private final Clock clock;

  EvidenceStore(JdbcClient jdbc, JsonMapper json, ChangeNumbers numbers, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.numbers = numbers;
    this.clock = clock;
  }

  Optional<Evidence> find(String incidentId) {
    return jdbc.sql("select * from evidence where incident_id = :id")
        .param("id", incidentId)
        .query(this::read)
        .optional()
        .map(Numbered::evidence);
  }

  List<Numbered> changed(long after, long upTo, int limit) {
    return jdbc.sql(
            "select * from evidence where change_number > :after and change_number <= :upTo"
                + " order by change_number limit :limit")
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** Incidents that nobody has looked at, or that have changed since; oldest first. */
  List<String> unknown(int limit) {
    return jdbc.sql(
            """
            select i.id from incident i left join evidence e on e.incident_id = i.id
            where e.incident_id is null or e.incident_version <> i.version
            order by i.confirmed_at limit :limit
            """)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Incidents whose evidence somebody should work on now; longest due first. */
  List<String> due(int limit) {
    return jdbc.sql(
            "select incident_id from evidence where next_try_at <= :now"
                + " order by next_try_at limit :limit")
        .param("now", Timestamp.from(clock.instant()))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Stores a first or later state; desks are told where it differs from the one before. */
  @Transactional
  public void put(Evidence evidence) {
    numbers.begin();
    jdbc.sql(
            """
            insert into evidence (incident_id, incident_version, made_for, state, reason, detail, span_from,
                span_to, attempts, next_try_at, made_at, change_number)
            values (:id, :version, :madeFor, :state, :reason, :detail, :from, :to, :attempts, :nextTryAt,
                :madeAt, :changeNumber)
            on conflict (incident_id) do update set
                incident_version = excluded.incident_version,
                made_for = excluded.made_for, state = excluded.state,
                reason = excluded.reason, detail = excluded.detail, span_from = excluded.span_from,
                span_to = excluded.span_to, attempts = excluded.attempts,
                next_try_at = excluded.next_try_at, made_at = excluded.made_at,
                change_number = excluded.change_number
            """)
        .param("id", evidence.incidentId())
        .param("version", evidence.incidentVersion())
        .param("madeFor", evidence.madeFor())
        .param("state", evidence.state().name())
        .param("reason", evidence.reason() == null ? null : evidence.reason().name())
        .param("detail", evidence.detail())
        .param("from", Timestamp.from(evidence.from()))
        .param("to", timestampOrNull(evidence.to()))
        .param("attempts", evidence.attempts())
        .param("nextTryAt", timestampOrNull(evidence.nextTryAt()))
        .param("madeAt", timestampOrNull(evidence.madeAt()))
        .param("changeNumber", numbers.next())
        .update();
  }

  /** Looks again later; nothing that desks see changes. */
  void postpone(String incidentId, @Nullable Instant nextTryAt) {
    jdbc.sql("update evidence set next_try_at = :next where incident_id = :id")
        .param("next", timestampOrNull(nextTryAt))
        .param("id", incidentId)
        .update();
  }

  /** A new version of the incident changes nothing for its evidence. */
  void seen(String incidentId, int incidentVersion) {
    jdbc.sql("update evidence set incident_version = :version where incident_id = :id")
        .param("version", incidentVersion)
        .param("id", incidentId)
        .update();
  }

  List<EvidenceClip> clips(String incidentId) {
    return jdbc.sql("select * from evidence_clip where incident_id = :id order by camera_id")
        .param("id", incidentId)
        .query(this::readClip)
        .list();
  }

  Optional<EvidenceClip> clip(String incidentId, String cameraId) {
    return clips(incidentId).stream().filter(c -> c.cameraId().equals(cameraId)).findFirst();
  }

  /** All clips of an incident, in the place of those before. */
  @Transactional
  public void putClips(String incidentId, List<EvidenceClip> clips) {
    jdbc.sql("delete from evidence_clip where incident_id = :id").param("id", incidentId).update();
    clips.forEach(this::insert);
  }

  private void insert(EvidenceClip clip) {
    jdbc.sql(
            """
            insert into evidence_clip (incident_id, camera_id, codec, clip_from, clip_to, bytes,
                sha256, seal, marked_sha256, contents)
            values (:id, :camera, :codec, :from, :to, :bytes, :sha256, :seal, :marked, :contents)
            """)
        .param("id", clip.incidentId())
        .param("camera", clip.cameraId())
        .param("codec", clip.codec())
        .param("from", Timestamp.from(clip.from()))
        .param("to", Timestamp.from(clip.to()))
        .param("bytes", clip.bytes())
        .param("sha256", clip.sha256())
        .param("seal", clip.seal())
        .param("marked", clip.markedSha256())
        .param("contents", json.writeValueAsString(clip.contents()))
        .update();
  }

  /** The marked rendition of a clip is there. */
  void marked(String incidentId, String cameraId, String sha256) {
    jdbc.sql(
            "update evidence_clip set marked_sha256 = :sha256"
                + " where incident_id = :id and camera_id = :camera")
        .param("sha256", sha256)
        .param("id", incidentId)
        .param("camera", cameraId)
        .update();
  }

  private Numbered read(ResultSet row, int index) throws SQLException {
    String reason = row.getString("reason");
    Evidence evidence =
        new Evidence(
            row.getString("incident_id"),
            row.getInt("incident_version"),
            row.getString("made_for"),
            EvidenceState.valueOf(row.getString("state")),
            reason == null ? null : EvidenceReason.valueOf(reason),
            row.getString("detail"),
            row.getTimestamp("span_from").toInstant(),
            instantOrNull(row.getTimestamp("span_to")),
            row.getInt("attempts"),
            instantOrNull(row.getTimestamp("next_try_at")),
            instantOrNull(row.getTimestamp("made_at")));
    return new Numbered(evidence, row.getLong("change_number"));
  }

  private EvidenceClip readClip(ResultSet row, int index) throws SQLException {
    return new EvidenceClip(
        row.getString("incident_id"),
        row.getString("camera_id"),
        row.getString("codec"),
        row.getTimestamp("clip_from").toInstant(),
        row.getTimestamp("clip_to").toInstant(),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("seal"),
        row.getString("marked_sha256"),
        json.readValue(row.getString("contents"), ClipContents.class));
  }

  private static @Nullable Timestamp timestampOrNull(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instantOrNull(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
