package io.zaigang.dashboard.notify;

import io.zaigang.dashboard.settings.SecretBox;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Channels in PostgreSQL, their secrets sealed. */
@Component
class ChannelStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SecretBox box;

  ChannelStore(JdbcClient jdbc, JsonMapper json, ZaigangSettings settings) {
    this.jdbc = jdbc;
    this.json = json;
    this.box = new SecretBox(settings.dataDir().resolve("secrets").resolve("notify-key"));
  }

  List<Channel> all() {
    return jdbc.sql("select * from notify_channel order by name, id").query(this::read).list();
  }

  Optional<Channel> find(UUID id) {
    return jdbc.sql("select * from notify_channel where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /**
   * Until the transaction ends this one alone sends over it.
   *
   * @return empty where another is at it, or it is paused or switched off
   */
  Optional<Channel> takeForSending(UUID id, Instant now) {
    return jdbc.sql(
            "select * from notify_channel where id = :id and enabled"
                + " and coalesce(paused_until <= :now, true) for update skip locked")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(this::read)
        .optional();
  }

  void pause(UUID id, Instant until) {
    jdbc.sql("update notify_channel set paused_until = :until where id = :id")
        .param("id", id)
        .param("until", Timestamp.from(until))
        .update();
  }

  void put(Channel channel, Instant now) {
    jdbc.sql(
            """
            insert into notify_channel (id, name, kind, enabled, address, recipients, topics,
                cooldown_seconds, secrets, changed_at)
            values (:id, :name, :kind, :enabled, :address, :recipients, :topics, :cooldown,
                :secrets, :now)
            on conflict (id) do update set name = excluded.name, kind = excluded.kind,
                enabled = excluded.enabled, address = excluded.address,
                recipients = excluded.recipients, topics = excluded.topics,
                cooldown_seconds = excluded.cooldown_seconds, secrets = excluded.secrets,
                changed_at = excluded.changed_at, paused_until = null
            """)
        .param("id", channel.id())
        .param("name", channel.name())
        .param("kind", channel.kind().name())
        .param("enabled", channel.enabled())
        .param("address", channel.address().toString())
        .param("recipients", channel.recipients().toArray(String[]::new))
        .param("topics", channel.topics().stream().map(Topic::name).toArray(String[]::new))
        .param("cooldown", (int) channel.cooldown().toSeconds())
        .param("secrets", sealed(channel))
        .param("now", Timestamp.from(now))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from notify_channel where id = :id").param("id", id).update();
  }

  private byte @Nullable [] sealed(Channel channel) {
    return channel.secrets().isEmpty()
        ? null
        : box.seal(nameOf(channel.id()), json.writeValueAsString(channel.secrets()));
  }

  private Channel read(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] sealed = row.getBytes("secrets");
    return new Channel(
        id,
        row.getString("name"),
        ChannelKind.valueOf(row.getString("kind")),
        row.getBoolean("enabled"),
        URI.create(row.getString("address")),
        texts(row, "recipients"),
        texts(row, "topics").stream().map(Topic::valueOf).collect(Collectors.toSet()),
        Duration.ofSeconds(row.getInt("cooldown_seconds")),
        sealed == null
            ? ChannelSecrets.NONE
            : json.readValue(box.open(nameOf(id), sealed), ChannelSecrets.class));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static String nameOf(UUID id) {
    return "notification channel " + id;
  }
}
