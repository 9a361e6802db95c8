package io.zaigang.dashboard.site;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the site plan; none is ever changed. */
@Component
class SitePlanStore {

  private final JdbcClient jdbc;

  SitePlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredSitePlan> newest() {
    return jdbc.sql(
            "select number, yaml, sha256, stored_at, stored_by from site_plan_version"
                + " order by number desc limit 1")
        .query(
            (row, index) ->
                new StoredSitePlan(
                    row.getInt("number"),
                    row.getString("yaml"),
                    row.getString("sha256"),
                    row.getTimestamp("stored_at").toInstant(),
                    row.getString("stored_by")))
        .optional();
  }

  /** Adds a version; another copy of the dashboard may have added the same one just now. */
  void add(StoredSitePlan version) {
    jdbc.sql(
            "insert into site_plan_version (number, yaml, sha256, stored_at, stored_by)"
                + " values (:number, :yaml, :sha256, :storedAt, :storedBy)"
                + " on conflict (number) do nothing")
        .param("number", version.number())
        .param("yaml", version.yaml())
        .param("sha256", version.sha256())
        .param("storedAt", Timestamp.from(version.storedAt()))
        .param("storedBy", version.storedBy())
        .update();
  }
}
