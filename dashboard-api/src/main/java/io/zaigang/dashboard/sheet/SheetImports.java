package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.sheet.SheetKind.Reading;
import io.zaigang.dashboard.web.Busy;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports lists: all rows or none. A preview stores in a transaction that is rolled back, so what
 * it promises is what will happen.
 */
@Service
class SheetImports {

  /** Any number, as long as nobody else locks it: imports run one after another. */
  private static final long LOCK = 0x5A47_0030L;

  private final List<SheetKind> kinds;
  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;
  private final Register register;

  /** One file at a time in memory. */
  private final Semaphore atOnce = new Semaphore(1);

  SheetImports(
      List<SheetKind> kinds,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      Register register) {
    this.kinds = List.copyOf(kinds);
    this.transaction = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
    this.register = register;
  }

  SheetKind kind(String id) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("There is no list of this name to import"));
  }

  /** Says what storing the file would do. */
  ImportReport preview(String id, byte[] file) {
    return run(kind(id), file, null);
  }

  /**
   * Stores the file.
   *
   * @param sha256 of the file that was previewed
   */
  ImportReport store(String id, byte[] file, String sha256, String actor) {
    if (!sha256(file).equals(sha256)) {
      throw new Conflict("This is not the file that was previewed; preview it again");
    }
    return run(kind(id), file, actor);
  }

  private ImportReport run(SheetKind kind, byte[] file, @Nullable String actor) {
    if (!atOnce.tryAcquire()) {
      throw new Busy("Another file is being read; try again in a moment");
    }
    try {
      return transaction.execute(
          status -> {
            jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
            ImportReport report = read(kind, kind.begin(), file, actor);
            if (!report.stored()) {
              status.setRollbackOnly();
            }
            return report;
          });
    } finally {
      atOnce.release();
    }
  }

  private <T> ImportReport read(
      SheetKind kind, Reading<T> reading, byte[] file, @Nullable String actor) {
    ListReading<T> list = new ListReading<>(kind, reading);
    list.read(file);
    SheetProblems problems = list.problems();
    ImportCounts counts = problems.none() ? list.store() : ImportCounts.NONE;
    boolean stored = actor != null && problems.none();
    ImportReport report =
        new ImportReport(
            kind.id(),
            sha256(file),
            list.rowsRead(),
            counts,
            problems.count(),
            problems.kept(),
            stored);
    if (actor != null && stored) {
      enter(report, actor);
    }
    return report;
  }

  private void enter(ImportReport report, String actor) {
    register.add(
        AuditEntry.by(actor, AuditAction.LIST_IMPORTED)
            .subject(report.kind())
            .detail("sha256", report.sha256())
            .detail("added", String.valueOf(report.counts().added()))
            .detail("changed", String.valueOf(report.counts().changed()))
            .detail("unchanged", String.valueOf(report.counts().unchanged())));
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
