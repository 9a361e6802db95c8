package io.zaigang.dashboard.detections;

import io.zaigang.domain.detection.FrameDetections;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Frames of the last days in PostgreSQL, as the very JSON that was sent. */
@Component
public class DetectionsStore {

  /** A week can be tried, and the day it is tried on. */
  public static final Duration KEPT = Duration.ofDays(8);

  private static final int FETCHED_AT_ONCE = 2000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JdbcTemplate streaming;
  private final JsonMapper json;
  private final Clock clock;

  DetectionsStore(JdbcClient jdbc, DataSource database, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.template = new JdbcTemplate(database);
    this.streaming = new JdbcTemplate(database);
    this.streaming.setFetchSize(FETCHED_AT_ONCE);
    this.json = json;
    this.clock = clock;
  }

  /**
   * A frame and the JSON it was read from.
   *
   * @param json compact
   */
  record Frame(FrameDetections detections, String json) {}

  /** Stores what is new; what is older than is kept anyway is taken and forgotten. */
  @Transactional
  int put(List<Frame> frames) {
    Instant oldest = clock.instant().minus(KEPT);
    List<Object[]> rows =
        frames.stream()
            .filter(frame -> frame.detections().at().isAfter(oldest))
            .map(
                frame ->
                    new Object[] {
                      frame.detections().cameraId(),
                      Timestamp.from(frame.detections().at()),
                      frame.json()
                    })
            .toList();
    int changed = 0;
    for (int count :
        template.batchUpdate(
            "insert into frame_detections (camera_id, at, frame) values (?, ?, ?)"
                + " on conflict do nothing",
            rows)) {
      changed += Math.max(count, 0);
    }
    return changed;
  }

  /** Frames of some cameras in {@code [from, to)}, in order of time, one after the other. */
  @Transactional(readOnly = true) // PostgreSQL fetches piece by piece only within a transaction
  public void each(
      Collection<String> cameraIds, Instant from, Instant to, Consumer<FrameDetections> visit) {
    streaming.query(
        "select frame from frame_detections where camera_id = any(?) and at >= ? and at < ?"
            + " order by at, camera_id",
        row -> {
          visit.accept(FrameJson.read(json.readTree(row.getString(1))));
        },
        cameraIds.toArray(String[]::new),
        Timestamp.from(from),
        Timestamp.from(to));
  }

  /** The newest frames of a camera since an instant, oldest first. */
  List<FrameDetections> newest(String cameraId, Instant since, int limit) {
    List<FrameDetections> frames =
        jdbc.sql(
                "select frame from (select at, frame from frame_detections"
                    + " where camera_id = :camera and at >= :since order by at desc limit :limit)"
                    + " as newest order by at")
            .param("camera", cameraId)
            .param("since", Timestamp.from(since))
            .param("limit", limit)
            .query((row, index) -> FrameJson.read(json.readTree(row.getString(1))))
            .list();
    return List.copyOf(frames);
  }

  /**
   * What came of a camera since an instant.
   *
   * @param blind pictures that were of no use
   */
  public record CameraTally(String cameraId, Instant newest, int pictures, int blind) {}

  /** Each camera of which something came since an instant. */
  public List<CameraTally> tally(Instant since) {
    return jdbc.sql(
            "select camera_id, max(at) as newest, count(*) as pictures,"
                + " count(*) filter (where frame like '%\"usable\":false%') as blind"
                + " from frame_detections where at >= :since group by camera_id")
        .param("since", Timestamp.from(since))
        .query(
            (row, index) ->
                new CameraTally(
                    row.getString("camera_id"),
                    row.getTimestamp("newest").toInstant(),
                    row.getInt("pictures"),
                    row.getInt("blind")))
        .list();
  }

  /** Deletes what is older than it is kept. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT30M")
  void forget() {
    jdbc.sql("delete from frame_detections where at < :oldest")
        .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
