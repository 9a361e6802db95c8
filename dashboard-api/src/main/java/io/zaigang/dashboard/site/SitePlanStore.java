package io.zaigang.dashboard.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the site plan; none is ever changed. */
@Component
class SitePlanStore {

  private static final String SELECT =
      "select number, yaml, sha256, stored_at, stored_by, note from site_plan_version";

  private final JdbcClient jdbc;

  SitePlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredSitePlan> newest() {
    return newest(Integer.MAX_VALUE, 1).stream().findFirst();
  }

  int newestNumber() {
    return jdbc.sql("select coalesce(max(number), 0) from site_plan_version")
        .query(Integer.class)
        .single();
  }

  /** Versions with smaller numbers, newest first. */
  List<StoredSitePlan> newest(int before, int limit) {
    return jdbc.sql(SELECT + " where number < :before order by number desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(SitePlanStore::read)
        .list();
  }

  Optional<StoredSitePlan> find(int number) {
    return jdbc.sql(SELECT + " where number = :number")
        .param("number", number)
        .query(SitePlanStore::read)
        .optional();
  }

  /** Adds a version; false where someone else added one with this number first. */
  boolean add(StoredSitePlan version) {
    return jdbc.sql(
                "insert into site_plan_version (number, yaml, sha256, stored_at, stored_by, note)"
                    + " values (:number, :yaml, :sha256, :storedAt, :storedBy, :note)"
                    + " on conflict (number) do nothing")
            .param("number", version.number())
            .param("yaml", version.yaml())
            .param("sha256", version.sha256())
            .param("storedAt", Timestamp.from(version.storedAt()))
            .param("storedBy", version.storedBy())
            .param("note", version.note())
            .update()
        == 1;
  }

  /** What the plan file said when it was last read. */
  Optional<String> fileSha256() {
    return jdbc.sql("select sha256 from site_plan_file").query(String.class).optional();
  }

  void rememberFile(String sha256) {
    jdbc.sql(
            "insert into site_plan_file (sha256) values (:sha256)"
                + " on conflict (one) do update set sha256 = excluded.sha256")
        .param("sha256", sha256)
        .update();
  }

  private static StoredSitePlan read(ResultSet row, int index) throws SQLException {
    return new StoredSitePlan(
        row.getInt("number"),
        row.getString("yaml"),
        row.getString("sha256"),
        row.getTimestamp("stored_at").toInstant(),
        row.getString("stored_by"),
        row.getString("note"));
  }
}
