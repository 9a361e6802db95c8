package io.zaigang.dashboard.account;

import io.zaigang.dashboard.settings.ZaigangSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open sign-ins. They lie in the database, so that they outlive a restart and every copy of the
 * dashboard knows them; name, roles and whether the account is enabled are read afresh at each
 * request, so that a change counts at once.
 */
@Component
public class Sessions {

  private static final int SECRET_BYTES = 32;

  /** The time last seen is written at most this often. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final ZaigangSettings.Session settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(JdbcClient jdbc, ZaigangSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings.session();
    this.clock = clock;
  }

  /** Who holds this secret; empty when nobody does, or no longer. */
  public Optional<SignedIn> find(String secret) {
    record Found(SignedIn user, Instant lastSeenAt) {}
    Instant now = clock.instant();
    Optional<Found> found =
        jdbc.sql(
                "select s.id as session_id, s.last_seen_at, a.*,"
                    + " array(select role from account_role r where r.account_id = a.id) as roles"
                    + " from sign_in_session s join account a on a.id = s.account_id"
                    + " where s.secret_sha256 = :hash and a.enabled"
                    + " and s.created_at > :created and s.last_seen_at > :seen")
            .param("hash", sha256(secret))
            .param("created", Timestamp.from(now.minus(settings.longest())))
            .param("seen", Timestamp.from(now.minus(settings.idle())))
            .query(
                (row, index) ->
                    new Found(
                        new SignedIn(
                            row.getObject("id", UUID.class),
                            row.getObject("session_id", UUID.class),
                            row.getString("username"),
                            row.getString("display_name"),
                            AccountStore.roles(row.getArray("roles")),
                            AccountStore.textsOrNull(row.getArray("camera_ids")),
                            AccountStore.texts(row.getArray("own_window_ids"))),
                        row.getTimestamp("last_seen_at").toInstant()))
            .optional();
    found
        .filter(f -> f.lastSeenAt().isBefore(now.minus(SEEN_STEP)))
        .ifPresent(f -> seen(Set.of(f.user().sessionId()), now));
    return found.map(Found::user);
  }

  /** Those of these sign-ins that are still good; they count as seen: a stream is open on each. */
  public Set<UUID> stillSignedIn(Collection<UUID> sessionIds) {
    if (sessionIds.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    Set<UUID> good =
        new HashSet<>(
            jdbc.sql(
                    "select s.id from sign_in_session s join account a on a.id = s.account_id"
                        + " where s.id in (:ids) and a.enabled and s.created_at > :created")
                .param("ids", sessionIds)
                .param("created", Timestamp.from(now.minus(settings.longest())))
                .query(UUID.class)
                .list());
    seen(good, now);
    return good;
  }

  private void seen(Set<UUID> sessionIds, Instant now) {
    if (!sessionIds.isEmpty()) {
      jdbc.sql(
              "update sign_in_session set last_seen_at = :now"
                  + " where id in (:ids) and last_seen_at < :limit")
          .param("ids", sessionIds)
          .param("now", Timestamp.from(now))
          .param("limit", Timestamp.from(now.minus(SEEN_STEP)))
          .update();
    }
  }

  /** Opens a session; the secret goes into the cookie and is kept nowhere else. */
  String open(UUID accountId) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    jdbc.sql("delete from sign_in_session where created_at < :created or last_seen_at < :seen")
        .param("created", Timestamp.from(now.minus(settings.longest())))
        .param("seen", Timestamp.from(now.minus(settings.idle())))
        .update();
    jdbc.sql(
            "insert into sign_in_session (id, secret_sha256, account_id, created_at, last_seen_at)"
                + " values (:id, :hash, :accountId, :now, :now)")
        .param("id", UUID.randomUUID())
        .param("hash", sha256(secret))
        .param("accountId", accountId)
        .param("now", Timestamp.from(now))
        .update();
    return secret;
  }

  void close(UUID sessionId) {
    jdbc.sql("delete from sign_in_session where id = :id").param("id", sessionId).update();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
