package io.zaigang.dashboard.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which clips are kept of incidents, for whoever publishes what rests on them. */
@Component
public class KeptClips {

  private record Row(String incidentId, String cameraId, String sha256) {}

  private final JdbcClient jdbc;

  KeptClips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** SHA-256 of the plain clips by incident and camera; incidents without a clip have no entry. */
  public Map<String, SortedMap<String, String>> sha256Of(Collection<String> incidentIds) {
    Map<String, SortedMap<String, String>> clips = new HashMap<>();
    if (incidentIds.isEmpty()) {
      return clips;
    }
    jdbc.sql(
            "select incident_id, camera_id, sha256 from evidence_clip"
                + " where incident_id = any(:ids)")
        .param("ids", incidentIds.toArray(String[]::new))
        .query((row, index) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .forEach(
            row ->
                clips
                    .computeIfAbsent(row.incidentId(), id -> new TreeMap<>())
                    .put(row.cameraId(), row.sha256()));
    return clips;
  }
}
