package io.zaigang.dashboard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register. */
@Component
class AuditStore {

  /** The newest entry by the register's own account. */
  record Head(long number, String hash) {}

  /**
   * Which entries are wanted; nulls want all.
   *
   * @param text to be found in subject, reason or details
   */
  record Filter(
      @Nullable String actor,
      @Nullable AuditAction action,
      @Nullable String cameraId,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {}

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Head head() {
    return jdbc.sql("select last_number, last_hash from audit_head")
        .query((row, index) -> new Head(row.getLong(1), row.getString(2)))
        .single();
  }

  /** Newest first, below this number. */
  List<AuditEvent> newest(Filter filter, long before, int limit) {
    List<String> conditions = new ArrayList<>(List.of("number < :before"));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("before", before);
    values.put("limit", limit);
    add(conditions, values, "actor = :actor", "actor", filter.actor());
    add(
        conditions,
        values,
        "action = :action",
        "action",
        filter.action() == null ? null : filter.action().name());
    add(conditions, values, "camera_id = :cameraId", "cameraId", filter.cameraId());
    add(conditions, values, "at >= :from", "from", timestampOrNull(filter.from()));
    add(conditions, values, "at < :to", "to", timestampOrNull(filter.to()));
    add(
        conditions,
        values,
        "concat_ws(' ', subject, reason, details) ilike :text",
        "text",
        filter.text() == null ? null : "%" + escaped(filter.text()) + "%");
    return jdbc.sql(
            "select * from audit_event where "
                + String.join(" and ", conditions)
                + " order by number desc limit :limit")
        .params(values)
        .query(AuditStore::read)
        .list();
  }

  /** Everything, oldest first, without holding it in memory. */
  void each(Consumer<AuditEvent> visit) {
    long after = 0;
    List<AuditEvent> page;
    do {
      page =
          jdbc.sql("select * from audit_event where number > :after order by number limit 5000")
              .param("after", after)
              .query(AuditStore::read)
              .list();
      page.forEach(visit);
      after = page.isEmpty() ? after : page.get(page.size() - 1).number();
    } while (!page.isEmpty());
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static @Nullable Timestamp timestampOrNull(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static AuditEvent read(ResultSet row, int index) throws SQLException {
    return new AuditEvent(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("camera_id"),
        instantOrNull(row.getTimestamp("span_from")),
        instantOrNull(row.getTimestamp("span_to")),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("details"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static @Nullable Instant instantOrNull(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
