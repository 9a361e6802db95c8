package io.zaigang.dashboard.makeup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.zaigang.dashboard.makeup.StoredMakeUp.Decision;
import io.zaigang.dashboard.makeup.StoredMakeUp.KeptFootage;
import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 补卡 requests and their decisions in PostgreSQL. */
@Component
class MakeUpStore {

  private record Key(String requestId, int step) {}

  private record Keyed<T>(Key key, T value) {}

  private final JdbcClient jdbc;

  MakeUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredMakeUp> byId(String id) {
    return withDecisions(
            jdbc.sql("select * from make_up_request where id = :id")
                .param("id", id)
                .query(MakeUpStore::read)
                .list())
        .stream()
        .findFirst();
  }

  /** Those not decided, oldest punch first. */
  List<StoredMakeUp> pending() {
    return withDecisions(
        jdbc.sql("select * from make_up_request where verdict = 'PENDING' order by due_at, id")
            .query(MakeUpStore::read)
            .list());
  }

  /** Those for punches due in {@code [from, to)}, newest punch first. */
  List<StoredMakeUp> forPunchesDue(Instant from, Instant to) {
    return withDecisions(
        jdbc.sql(
                "select * from make_up_request where due_at >= :from and due_at < :to"
                    + " order by due_at desc, id")
            .param("from", Timestamp.from(from))
            .param("to", Timestamp.from(to))
            .query(MakeUpStore::read)
            .list());
  }

  /** Adds one; returns false where there is a request for that punch already. */
  boolean add(StoredMakeUp request) {
    return jdbc.sql(
                """
                insert into make_up_request (id, staff_id, due_at, direction, requested_at, reason,
                    source, verdict)
                values (:id, :staff, :dueAt, :direction, :requestedAt, :reason, :source, 'PENDING')
                on conflict do nothing
                """)
            .param("id", request.id())
            .param("staff", request.staffId())
            .param("dueAt", Timestamp.from(request.dueAt()))
            .param("direction", request.direction().name())
            .param("requestedAt", Timestamp.from(request.requestedAt()))
            .param("reason", request.reason())
            .param("source", request.source().name())
            .update()
        > 0;
  }

  /** Until the transaction ends nobody else asks for, or decides on, punches of this person. */
  void lock(String staffId) {
    jdbc.sql("select 1 from staff where id = :id for update")
        .param("id", staffId)
        .query(Integer.class)
        .list();
  }

  void decide(String requestId, Decision decision, Verdict overall) {
    jdbc.sql(
            "insert into make_up_decision (request_id, step, decided_by, decided_at, verdict,"
                + " remark) values (:id, :step, :by, :at, :verdict, :remark)")
        .param("id", requestId)
        .param("step", decision.step())
        .param("by", decision.by())
        .param("at", Timestamp.from(decision.at()))
        .param("verdict", decision.verdict().name())
        .param("remark", decision.remark())
        .update();
    decision.footage().forEach(footage -> keep(requestId, decision.step(), footage));
    if (overall != Verdict.PENDING) {
      jdbc.sql("update make_up_request set verdict = :verdict, decided_at = :at where id = :id")
          .param("verdict", overall.name())
          .param("at", Timestamp.from(decision.at()))
          .param("id", requestId)
          .update();
    }
  }

  private void keep(String requestId, int step, KeptFootage footage) {
    jdbc.sql(
            "insert into make_up_footage (request_id, step, camera_id, span_from, span_to,"
                + " clip_sha256, gap_seconds, hold_id) values (:id, :step, :camera, :from, :to,"
                + " :sha256, :gap, :hold)")
        .param("id", requestId)
        .param("step", step)
        .param("camera", footage.cameraId())
        .param("from", Timestamp.from(footage.from()))
        .param("to", Timestamp.from(footage.to()))
        .param("sha256", footage.clipSha256())
        .param("gap", footage.gapSeconds())
        .param("hold", MakeUpFootage.holdId(requestId, step))
        .update();
  }

  private List<StoredMakeUp> withDecisions(List<StoredMakeUp> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    List<String> ids = bare.stream().map(StoredMakeUp::id).toList();
    Map<Key, List<KeptFootage>> footage =
        jdbc
            .sql("select * from make_up_footage where request_id in (:ids) order by camera_id")
            .param("ids", ids)
            .query(MakeUpStore::footage)
            .list()
            .stream()
            .collect(groupingBy(Keyed::key, mapping(Keyed::value, toList())));
    Map<String, List<Decision>> decisions =
        jdbc
            .sql("select * from make_up_decision where request_id in (:ids) order by step")
            .param("ids", ids)
            .query((row, index) -> decision(row, footage))
            .list()
            .stream()
            .collect(groupingBy(k -> k.key().requestId(), mapping(Keyed::value, toList())));
    return bare.stream()
        .map(request -> request.with(decisions.getOrDefault(request.id(), List.of())))
        .toList();
  }

  private static StoredMakeUp read(ResultSet row, int index) throws SQLException {
    Timestamp decidedAt = row.getTimestamp("decided_at");
    return new StoredMakeUp(
        row.getString("id"),
        row.getString("staff_id"),
        row.getTimestamp("due_at").toInstant(),
        PunchDirection.valueOf(row.getString("direction")),
        row.getTimestamp("requested_at").toInstant(),
        row.getString("reason"),
        Source.valueOf(row.getString("source")),
        Verdict.valueOf(row.getString("verdict")),
        decidedAt == null ? null : decidedAt.toInstant(),
        List.of());
  }

  private static Keyed<Decision> decision(ResultSet row, Map<Key, List<KeptFootage>> footage)
      throws SQLException {
    Key key = new Key(row.getString("request_id"), row.getInt("step"));
    return new Keyed<>(
        key,
        new Decision(
            key.step(),
            row.getString("decided_by"),
            row.getTimestamp("decided_at").toInstant(),
            Verdict.valueOf(row.getString("verdict")),
            row.getString("remark"),
            footage.getOrDefault(key, List.of())));
  }

  private static Keyed<KeptFootage> footage(ResultSet row, int index) throws SQLException {
    return new Keyed<>(
        new Key(row.getString("request_id"), row.getInt("step")),
        new KeptFootage(
            row.getString("camera_id"),
            row.getTimestamp("span_from").toInstant(),
            row.getTimestamp("span_to").toInstant(),
            row.getString("clip_sha256"),
            row.getDouble("gap_seconds")));
  }
}
