package io.zaigang.dashboard.duty;

import io.zaigang.domain.duty.DutyAssignment;
import io.zaigang.domain.duty.DutyShift;
import io.zaigang.domain.duty.GuideDuty;
import io.zaigang.domain.duty.PostRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works where: A and B posts, and the guide desk's list. */
@Component
class DutyStore {

  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Assignments that hold on some day of {@code [from, to]}. */
  List<DutyAssignment> assignments(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "select * from duty_assignment where valid_from <= :to"
                + " and (valid_until is null or valid_until >= :from)"
                + " order by window_id, role, staff_id, valid_from")
        .param("from", from)
        .param("to", to)
        .query(DutyStore::assignment)
        .list();
  }

  List<DutyAssignment> assignmentsOf(String staffId, String windowId) {
    return jdbc.sql("select * from duty_assignment where staff_id = :staff and window_id = :window")
        .param("staff", staffId)
        .param("window", windowId)
        .query(DutyStore::assignment)
        .list();
  }

  void put(DutyAssignment assignment) {
    jdbc.sql(
            """
            insert into duty_assignment (staff_id, window_id, post_id, role, valid_from, valid_until)
            values (:staff, :window, :post, :role, :from, :until)
            on conflict (staff_id, window_id, valid_from) do update set
                post_id = excluded.post_id, role = excluded.role,
                valid_until = excluded.valid_until
            """)
        .param("staff", assignment.personId())
        .param("window", assignment.windowId())
        .param("post", assignment.postId())
        .param("role", assignment.role().name())
        .param("from", assignment.from())
        .param("until", assignment.until())
        .update();
  }

  boolean remove(String staffId, String windowId, LocalDate from) {
    return jdbc.sql(
                "delete from duty_assignment where staff_id = :staff and window_id = :window"
                    + " and valid_from = :from")
            .param("staff", staffId)
            .param("window", windowId)
            .param("from", from)
            .update()
        > 0;
  }

  /** Guide-desk duties of {@code [from, to]}. */
  List<GuideDuty> guideDuties(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "select * from guide_duty where on_date >= :from and on_date <= :to"
                + " order by on_date, shift, window_id, staff_id")
        .param("from", from)
        .param("to", to)
        .query(DutyStore::guideDuty)
        .list();
  }

  /** Returns whether it was not there before. */
  boolean add(GuideDuty duty) {
    return jdbc.sql(
                "insert into guide_duty (window_id, on_date, shift, staff_id)"
                    + " values (:window, :date, :shift, :staff) on conflict do nothing")
            .param("window", duty.windowId())
            .param("date", duty.date())
            .param("shift", duty.shift().name())
            .param("staff", duty.personId())
            .update()
        > 0;
  }

  /** Takes duties of that day off the list that are not among these; returns how many. */
  int removeOthers(String windowId, LocalDate date, Set<GuideDuty> keep) {
    List<GuideDuty> others =
        guideDuties(date, date).stream()
            .filter(duty -> duty.windowId().equals(windowId) && !keep.contains(duty))
            .toList();
    for (GuideDuty duty : others) {
      jdbc.sql(
              "delete from guide_duty where window_id = :window and on_date = :date"
                  + " and shift = :shift and staff_id = :staff")
          .param("window", windowId)
          .param("date", date)
          .param("shift", duty.shift().name())
          .param("staff", duty.personId())
          .update();
    }
    return others.size();
  }

  private static DutyAssignment assignment(ResultSet row, int index) throws SQLException {
    return new DutyAssignment(
        row.getString("staff_id"),
        row.getString("window_id"),
        row.getString("post_id"),
        PostRole.valueOf(row.getString("role")),
        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
        row.getObject("valid_until", LocalDate.class));
  }

  private static GuideDuty guideDuty(ResultSet row, int index) throws SQLException {
    return new GuideDuty(
        row.getString("staff_id"),
        row.getString("window_id"),
        Objects.requireNonNull(row.getObject("on_date", LocalDate.class)),
        DutyShift.valueOf(row.getString("shift")));
  }
}
