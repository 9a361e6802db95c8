package io.zaigang.dashboard.spotcheck;

import static java.util.stream.Collectors.groupingBy;

import io.zaigang.domain.spotcheck.CheckItem;
import io.zaigang.domain.spotcheck.Drawn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drawn checks and their results in PostgreSQL. */
@Component
class SpotCheckStore {

  /** What was decided about a month when it was first drawn. */
  record Month(YearMonth month, long seed, int turns, Duration length) {}

  private record ItemOf(String checkId, CheckedItem item) {}

  private static final String CHECKS =
      "select c.*, m.length_seconds from spot_check c join spot_check_month m using (month)";

  private final JdbcClient jdbc;

  SpotCheckStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the first that came; two copies of the dashboard agree. */
  Month begin(Month proposed, Instant now) {
    jdbc.sql(
            "insert into spot_check_month (month, seed, turns, length_seconds, drawn_at)"
                + " values (:month, :seed, :turns, :length, :now) on conflict do nothing")
        .param("month", proposed.month().toString())
        .param("seed", proposed.seed())
        .param("turns", proposed.turns())
        .param("length", (int) proposed.length().toSeconds())
        .param("now", Timestamp.from(now))
        .update();
    return jdbc.sql("select * from spot_check_month where month = :month")
        .param("month", proposed.month().toString())
        .query(SpotCheckStore::month)
        .single();
  }

  /** Adds what is not there yet. */
  void add(YearMonth month, List<Drawn> drawn) {
    for (Drawn one : drawn) {
      jdbc.sql(
              "insert into spot_check (id, month, window_id, turn, at)"
                  + " values (:id, :month, :window, :turn, :at) on conflict do nothing")
          .param("id", id(month, one))
          .param("month", month.toString())
          .param("window", one.windowId())
          .param("turn", one.turn())
          .param("at", Timestamp.from(one.at()))
          .update();
    }
  }

  static String id(YearMonth month, Drawn one) {
    return month + "-" + one.windowId() + "-" + one.turn();
  }

  List<StoredCheck> ofMonth(YearMonth month) {
    return read(
        CHECKS + " where c.month = :month order by c.at, c.id", Map.of("month", "" + month));
  }

  List<StoredCheck> checkedIn(Instant from, Instant to) {
    return read(
        CHECKS
            + " where c.checked_at >= :from and c.checked_at < :to and c.state = 'DONE'"
            + " order by c.checked_at, c.id",
        Map.of("from", Timestamp.from(from), "to", Timestamp.from(to)));
  }

  Optional<StoredCheck> find(String id) {
    return read(CHECKS + " where c.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** True where it was still due, or for a withdrawal done. */
  boolean finish(String id, StoredCheck.Outcome outcome, List<CheckedItem> items) {
    int changed =
        jdbc.sql(
                "update spot_check set state = 'DONE', checked_by = :by, checked_at = :at,"
                    + " remark = :remark where id = :id and state = 'DUE'")
            .param("id", id)
            .param("by", outcome.by())
            .param("at", Timestamp.from(outcome.at()))
            .param("remark", outcome.remark())
            .update();
    if (changed == 0) {
      return false;
    }
    for (CheckedItem item : items) {
      jdbc.sql(
              "insert into spot_check_item (check_id, item, verdict, remark)"
                  + " values (:id, :item, :verdict, :remark)")
          .param("id", id)
          .param("item", item.item().name())
          .param("verdict", item.verdict().name())
          .param("remark", item.remark())
          .update();
    }
    return true;
  }

  boolean withdraw(String id, StoredCheck.Withdrawal withdrawal) {
    return jdbc.sql(
                "update spot_check set state = 'WITHDRAWN', withdrawn_by = :by,"
                    + " withdrawn_at = :at, withdrawal = :reason where id = :id and state = 'DONE'")
            .param("id", id)
            .param("by", withdrawal.by())
            .param("at", Timestamp.from(withdrawal.at()))
            .param("reason", withdrawal.reason())
            .update()
        == 1;
  }

  private List<StoredCheck> read(String sql, Map<String, Object> values) {
    List<StoredCheck> bare = jdbc.sql(sql).params(values).query((row, index) -> check(row)).list();
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, List<ItemOf>> items =
        jdbc
            .sql("select * from spot_check_item where check_id in (:ids)")
            .param("ids", bare.stream().map(StoredCheck::id).toList())
            .query((row, index) -> item(row))
            .list()
            .stream()
            .collect(groupingBy(ItemOf::checkId));
    return bare.stream()
        .map(one -> withItems(one, items.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static StoredCheck withItems(StoredCheck check, List<ItemOf> items) {
    return new StoredCheck(
        check.id(),
        check.month(),
        check.windowId(),
        check.turn(),
        check.at(),
        check.length(),
        check.state(),
        check.outcome(),
        items.stream().map(ItemOf::item).sorted(Comparator.comparing(CheckedItem::item)).toList(),
        check.withdrawal());
  }

  private static Month month(ResultSet row, int index) throws SQLException {
    return new Month(
        YearMonth.parse(row.getString("month")),
        row.getLong("seed"),
        row.getInt("turns"),
        Duration.ofSeconds(row.getInt("length_seconds")));
  }

  private static ItemOf item(ResultSet row) throws SQLException {
    return new ItemOf(
        row.getString("check_id"),
        new CheckedItem(
            CheckItem.valueOf(row.getString("item")),
            ItemVerdict.valueOf(row.getString("verdict")),
            row.getString("remark")));
  }

  private static StoredCheck check(ResultSet row) throws SQLException {
    return new StoredCheck(
        row.getString("id"),
        row.getString("month"),
        row.getString("window_id"),
        row.getInt("turn"),
        row.getTimestamp("at").toInstant(),
        Duration.ofSeconds(row.getInt("length_seconds")),
        CheckState.valueOf(row.getString("state")),
        outcome(row),
        List.of(),
        withdrawal(row));
  }

  private static StoredCheck.@Nullable Outcome outcome(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("checked_at");
    return at == null
        ? null
        : new StoredCheck.Outcome(
            row.getString("checked_by"), at.toInstant(), row.getString("remark"));
  }

  private static StoredCheck.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("withdrawn_at");
    return at == null
        ? null
        : new StoredCheck.Withdrawal(
            row.getString("withdrawn_by"), at.toInstant(), row.getString("withdrawal"));
  }
}
