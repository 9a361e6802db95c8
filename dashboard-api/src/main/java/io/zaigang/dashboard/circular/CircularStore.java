package io.zaigang.dashboard.circular;

import io.zaigang.domain.circular.CircularWeek;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Circulars in PostgreSQL; what is signed there cannot be changed. */
@Component
class CircularStore {

  private static final long LOCK = 0x636972634cL; // any number of its own

  private final JdbcClient jdbc;

  CircularStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, no other copy drafts, corrects or signs. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
  }

  /** Versions of a week, oldest first. */
  List<CircularVersion> versions(CircularWeek week) {
    return jdbc.sql("select * from circular_version where week = :week order by version")
        .param("week", week.monday())
        .query(CircularStore::read)
        .list();
  }

  Optional<CircularVersion> find(CircularWeek week, int version) {
    return jdbc.sql("select * from circular_version where week = :week and version = :version")
        .param("week", week.monday())
        .param("version", version)
        .query(CircularStore::read)
        .optional();
  }

  /** All versions of weeks in {@code [from, to]}, newest week first, then newest version. */
  List<CircularVersion> between(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "select * from circular_version where week between :from and :to"
                + " order by week desc, version desc")
        .param("from", from)
        .param("to", to)
        .query(CircularStore::read)
        .list();
  }

  /** All versions of the newest weeks that have a circular, newest week first, then version. */
  List<CircularVersion> newestWeeks(LocalDate until, int weeks) {
    return jdbc.sql(
            """
            select * from circular_version where week in
                (select distinct week from circular_version where week <= :until
                 order by week desc limit :weeks)
            order by week desc, version desc
            """)
        .param("until", until)
        .param("weeks", weeks)
        .query(CircularStore::read)
        .list();
  }

  void add(CircularVersion version) {
    jdbc.sql(
            """
            insert into circular_version (week, version, status, inputs, inputs_sha256, figures,
                figures_sha256, document_number, issue_date, demands, reason, drafted_at, drafted_by)
            values (:week, :version, 'DRAFT', :inputs, :inputsSha256, :figures, :figuresSha256,
                :documentNumber, :issueDate, :demands, :reason, :draftedAt, :draftedBy)
            """)
        .param("week", version.week().monday())
        .param("version", version.version())
        .param("inputs", version.inputs())
        .param("inputsSha256", version.inputsSha256())
        .param("figures", version.figures())
        .param("figuresSha256", version.figuresSha256())
        .param("documentNumber", version.documentNumber())
        .param("issueDate", version.issueDate())
        .param("demands", version.demands())
        .param("reason", version.reason())
        .param("draftedAt", Timestamp.from(version.draftedAt()))
        .param("draftedBy", version.draftedBy())
        .update();
  }

  /** Of a draft: what was counted, and what the supervisor wrote. */
  void update(CircularVersion draft) {
    jdbc.sql(
            """
            update circular_version set inputs = :inputs, inputs_sha256 = :inputsSha256,
                figures = :figures, figures_sha256 = :figuresSha256, demands = :demands
            where week = :week and version = :version
            """)
        .param("inputs", draft.inputs())
        .param("inputsSha256", draft.inputsSha256())
        .param("figures", draft.figures())
        .param("figuresSha256", draft.figuresSha256())
        .param("demands", draft.demands())
        .param("week", draft.week().monday())
        .param("version", draft.version())
        .update();
  }

  void sign(CircularVersion draft, CircularVersion.Signature signature) {
    jdbc.sql(
            "update circular_version set status = 'SIGNED', signed_at = :at, signed_by = :by,"
                + " signed_name = :name where week = :week and version = :version")
        .param("at", Timestamp.from(signature.at()))
        .param("by", signature.by())
        .param("name", signature.name())
        .param("week", draft.week().monday())
        .param("version", draft.version())
        .update();
  }

  private static CircularVersion read(ResultSet row, int index) throws SQLException {
    return new CircularVersion(
        new CircularWeek(row.getObject("week", LocalDate.class)),
        row.getInt("version"),
        row.getString("inputs"),
        row.getString("inputs_sha256"),
        row.getString("figures"),
        row.getString("figures_sha256"),
        row.getString("document_number"),
        row.getObject("issue_date", LocalDate.class),
        row.getString("demands"),
        row.getString("reason"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getString("drafted_by"),
        signature(row));
  }

  private static CircularVersion.@Nullable Signature signature(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("signed_at");
    return at == null
        ? null
        : new CircularVersion.Signature(
            at.toInstant(), row.getString("signed_by"), row.getString("signed_name"));
  }
}
