package io.zaigang.dashboard.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hall's people in PostgreSQL. */
@Component
public class StaffStore {

  private final JdbcClient jdbc;

  StaffStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody there ever was, by id. */
  public List<Staff> all() {
    return jdbc.sql("select * from staff order by id").query(StaffStore::read).list();
  }

  public Optional<Staff> byId(String id) {
    return jdbc.sql("select * from staff where id = :id")
        .param("id", id)
        .query(StaffStore::read)
        .optional();
  }

  /** Who signs in with this account. */
  public Optional<Staff> byUsername(String username) {
    return jdbc.sql("select * from staff where lower(username) = lower(:username)")
        .param("username", username)
        .query(StaffStore::read)
        .optional();
  }

  /** Adds or replaces one. */
  void put(Staff staff) {
    jdbc.sql(
            """
            insert into staff (id, name, unit, username, dingtalk_user_id, active_from,
                active_until)
            values (:id, :name, :unit, :username, :dingtalk, :from, :until)
            on conflict (id) do update set name = excluded.name, unit = excluded.unit,
                username = excluded.username, dingtalk_user_id = excluded.dingtalk_user_id,
                active_from = excluded.active_from, active_until = excluded.active_until
            """)
        .param("id", staff.id())
        .param("name", staff.name())
        .param("unit", staff.unit())
        .param("username", staff.username())
        .param("dingtalk", staff.dingtalkUserId())
        .param("from", staff.activeFrom())
        .param("until", staff.activeUntil())
        .update();
  }

  /** Notes who somebody is in DingTalk, where nobody has; returns whether it did. */
  public boolean link(String staffId, String dingtalkUserId) {
    return jdbc.sql(
                "update staff set dingtalk_user_id = :user"
                    + " where id = :id and dingtalk_user_id is null")
            .param("user", dingtalkUserId)
            .param("id", staffId)
            .update()
        > 0;
  }

  private static Staff read(ResultSet row, int index) throws SQLException {
    return new Staff(
        row.getString("id"),
        row.getString("name"),
        row.getString("unit"),
        row.getString("username"),
        row.getString("dingtalk_user_id"),
        Objects.requireNonNull(row.getObject("active_from", LocalDate.class)),
        row.getObject("active_until", LocalDate.class));
  }
}
