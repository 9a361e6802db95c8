package io.zaigang.dashboard.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be sent, and what was. */
@Component
class OutboxStore {

  private final JdbcClient jdbc;

  OutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something to tell.
   *
   * @param place window or area: what the cooldown counts by
   */
  record News(Topic topic, String incidentId, String place, String text) {}

  /** Up to which change the outbox is filled; locked until the transaction ends. */
  long lockPosition() {
    return jdbc.sql("select last_number from notify_position for update")
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  void movePosition(long number) {
    jdbc.sql(
            "insert into notify_position (last_number) values (:number)"
                + " on conflict (one) do update set last_number = :number")
        .param("number", number)
        .update();
  }

  /** Puts it in once; QUIET where the same place and topic was told within the cooldown. */
  void add(Channel channel, News news, Instant now) {
    jdbc.sql(
            """
            insert into notify_message (channel_id, topic, incident_id, place, text, state,
                created_at, due_at)
            select :channel, :topic, :incident, :place, :text,
                case when exists (select from notify_message where channel_id = :channel
                    and place = :place and topic = :topic and state <> 'QUIET'
                    and created_at > :since) then 'QUIET' else 'WAITING' end, :now, :now
            on conflict do nothing
            """)
        .param("channel", channel.id())
        .param("topic", news.topic().name())
        .param("incident", news.incidentId())
        .param("place", news.place())
        .param("text", news.text())
        .param("since", Timestamp.from(now.minus(channel.cooldown())))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Channels with something due. */
  List<UUID> channelsDue(Instant now) {
    return jdbc.sql(
            "select distinct channel_id from notify_message where state = 'WAITING'"
                + " and due_at <= :now")
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  /** What is due on a channel, oldest first. */
  List<OutboxMessage> due(UUID channelId, Instant now, int limit) {
    return jdbc.sql(
            "select * from notify_message where channel_id = :id and state = 'WAITING'"
                + " and due_at <= :now order by id limit :limit")
        .param("id", channelId)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(OutboxStore::read)
        .list();
  }

  /** Sendings, not messages, since then: a digest is one. */
  int sendingsSince(UUID channelId, Instant since) {
    return jdbc.sql(
            "select count(distinct sent_at) from notify_message where channel_id = :id"
                + " and sent_at > :since")
        .param("id", channelId)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  void sent(List<OutboxMessage> messages, Instant now) {
    jdbc.sql(
            "update notify_message set state = 'SENT', sent_at = :now, together = :together,"
                + " attempts = attempts + 1, problem = null where id in (:ids)")
        .param("now", Timestamp.from(now))
        .param("together", messages.size())
        .param("ids", messages.stream().map(OutboxMessage::id).toList())
        .update();
  }

  /** Tries again after {@code wait}; those made before {@code oldest} are given up. */
  void failed(List<OutboxMessage> messages, String problem, Instant due, Instant oldest) {
    jdbc.sql(
            "update notify_message set attempts = attempts + 1, problem = :problem, due_at = :due,"
                + " state = case when created_at < :oldest then 'FAILED' else 'WAITING' end"
                + " where id in (:ids)")
        .param("problem", problem)
        .param("due", Timestamp.from(due))
        .param("oldest", Timestamp.from(oldest))
        .param("ids", messages.stream().map(OutboxMessage::id).toList())
        .update();
  }

  /** Newest first, below this id. */
  List<OutboxMessage> newest(long before, int limit) {
    return jdbc.sql("select * from notify_message where id < :before order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(OutboxStore::read)
        .list();
  }

  /** What was told long ago is nobody's business any more. */
  void forget(Instant now, Duration kept) {
    jdbc.sql("delete from notify_message where created_at < :limit and state <> 'WAITING'")
        .param("limit", Timestamp.from(now.minus(kept)))
        .update();
  }

  private static OutboxMessage read(ResultSet row, int index) throws SQLException {
    return new OutboxMessage(
        row.getLong("id"),
        row.getObject("channel_id", UUID.class),
        Topic.valueOf(row.getString("topic")),
        row.getString("incident_id"),
        row.getString("text"),
        MessageState.valueOf(row.getString("state")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getInt("attempts"),
        instantOrNull(row.getTimestamp("sent_at")),
        row.getObject("together", Integer.class),
        row.getString("problem"));
  }

  private static @Nullable Instant instantOrNull(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
