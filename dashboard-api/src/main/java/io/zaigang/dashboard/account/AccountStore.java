package io.zaigang.dashboard.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in PostgreSQL. */
@Component
class AccountStore {

  private static final String SELECT =
      "select a.*, array(select role from account_role r where r.account_id = a.id order by role)"
          + " as roles from account a";

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> byUsername(String username) {
    return jdbc.sql(SELECT + " where lower(username) = lower(:username)")
        .param("username", username)
        .query(AccountStore::read)
        .optional();
  }

  Optional<Account> byId(UUID id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(AccountStore::read)
        .optional();
  }

  /** The account of somebody who signs in elsewhere. */
  Optional<Account> byOutsideId(String outsideId) {
    return jdbc.sql(SELECT + " where outside_id = :id")
        .param("id", outsideId)
        .query(AccountStore::read)
        .optional();
  }

  void bindOutside(UUID id, String outsideId) {
    jdbc.sql("update account set outside_id = :outside where id = :id")
        .param("outside", outsideId)
        .param("id", id)
        .update();
  }

  List<Account> all() {
    return jdbc.sql(SELECT + " order by lower(username)").query(AccountStore::read).list();
  }

  /** Accounts that may sign in and bear this role. */
  int countEnabled(Role role) {
    return jdbc.sql(
            "select count(*) from account a join account_role r on r.account_id = a.id"
                + " where a.enabled and r.role = :role")
        .param("role", role.name())
        .query(Integer.class)
        .single();
  }

  /** Until the transaction ends nobody else changes accounts. */
  void lockAll() {
    jdbc.sql("lock table account in share row exclusive mode").update();
  }

  void add(Account account) {
    jdbc.sql(
            "insert into account (id, username, display_name, password_hash, enabled, camera_ids,"
                + " own_window_ids, created_at, changed_at) values (:id, :username, :displayName,"
                + " :passwordHash, :enabled, :cameraIds, :ownWindowIds, :createdAt, :createdAt)")
        .param("id", account.id())
        .param("username", account.username())
        .param("displayName", account.rights().displayName())
        .param("passwordHash", account.passwordHash())
        .param("enabled", account.enabled())
        .param("cameraIds", array(account.rights().cameraIds()))
        .param("ownWindowIds", array(account.rights().ownWindowIds()))
        .param("createdAt", Timestamp.from(account.createdAt()))
        .update();
    putRoles(account);
  }

  void update(Account account, Instant now) {
    jdbc.sql(
            "update account set display_name = :displayName, password_hash = :passwordHash,"
                + " enabled = :enabled, camera_ids = :cameraIds, own_window_ids = :ownWindowIds,"
                + " changed_at = :now where id = :id")
        .param("id", account.id())
        .param("displayName", account.rights().displayName())
        .param("passwordHash", account.passwordHash())
        .param("enabled", account.enabled())
        .param("cameraIds", array(account.rights().cameraIds()))
        .param("ownWindowIds", array(account.rights().ownWindowIds()))
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql("delete from account_role where account_id = :id").param("id", account.id()).update();
    putRoles(account);
  }

  /**
   * Signs an account out.
   *
   * @param except a sign-in that stays; null for none
   */
  void closeSessions(UUID accountId, @Nullable UUID except) {
    jdbc.sql(
            "delete from sign_in_session where account_id = :id"
                + " and id is distinct from cast(:except as uuid)")
        .param("id", accountId)
        .param("except", except)
        .update();
  }

  private void putRoles(Account account) {
    for (Role role : account.rights().roles()) {
      jdbc.sql("insert into account_role (account_id, role) values (:id, :role)")
          .param("id", account.id())
          .param("role", role.name())
          .update();
    }
  }

  private static Account read(ResultSet row, int index) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("password_hash"),
        row.getTimestamp("created_at").toInstant(),
        new Account.Rights(
            row.getString("display_name"),
            row.getBoolean("enabled"),
            roles(row.getArray("roles")),
            textsOrNull(row.getArray("camera_ids")),
            texts(row.getArray("own_window_ids"))));
  }

  static Set<Role> roles(Array array) throws SQLException {
    return texts(array).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  static @Nullable List<String> textsOrNull(@Nullable Array array) throws SQLException {
    return array == null ? null : texts(array);
  }

  static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  private static String @Nullable [] array(@Nullable List<String> texts) {
    return texts == null ? null : texts.toArray(String[]::new);
  }
}
