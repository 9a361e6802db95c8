package io.zaigang.dashboard.presence;

import io.zaigang.domain.presence.Presence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest presence of each window, in PostgreSQL. */
@Component
class PresenceStore {

  record Numbered(long changeNumber, WindowPresence presence) {}

  private final JdbcClient jdbc;

  PresenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WindowPresence> all() {
    return jdbc.sql("select * from window_presence order by window_id")
        .query(PresenceStore::read)
        .list();
  }

  Optional<WindowPresence> find(String windowId) {
    return jdbc.sql("select * from window_presence where window_id = :windowId")
        .param("windowId", windowId)
        .query(PresenceStore::read)
        .optional();
  }

  List<Numbered> changed(long after, long upTo, int limit) {
    return jdbc.sql(
            "select * from window_presence where change_number > :after"
                + " and change_number <= :upTo order by change_number limit :limit")
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query((row, index) -> new Numbered(row.getLong("change_number"), read(row, index)))
        .list();
  }

  void put(WindowPresence presence, long changeNumber) {
    jdbc.sql(
            """
            insert into window_presence (window_id, presence, seen, since, at, cause, change_number)
            values (:windowId, :presence, :seen, :since, :at, :cause, :changeNumber)
            on conflict (window_id) do update set presence = excluded.presence,
                seen = excluded.seen, since = excluded.since, at = excluded.at,
                cause = excluded.cause,
                change_number = excluded.change_number
            """)
        .param("windowId", presence.windowId())
        .param("presence", presence.presence().name())
        .param("seen", presence.seen())
        .param("since", Timestamp.from(presence.since()))
        .param("at", Timestamp.from(presence.at()))
        .param("cause", presence.cause())
        .param("changeNumber", changeNumber)
        .update();
  }

  private static WindowPresence read(ResultSet row, int index) throws SQLException {
    return new WindowPresence(
        row.getString("window_id"),
        row.getTimestamp("at").toInstant(),
        Presence.valueOf(row.getString("presence")),
        row.getInt("seen"),
        row.getTimestamp("since").toInstant(),
        row.getString("cause"));
  }
}
