package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import io.zaigang.ingest.clip.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes 补卡 requests. */
@Service
public class MakeUps {

  private final MakeUpStore store;
  private final PunchSheets sheets;
  private final Register register;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MakeUps(
      MakeUpStore store,
      PunchSheets sheets,
      Register register,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.sheets = sheets;
    this.register = register;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Which due punch a request is for. */
  public record Wanted(String staffId, Instant dueAt, PunchDirection direction, String reason) {}

  /**
   * Takes a request. One that comes too late, or is one too many, is kept as well: refused by rule,
   * with the outcome that says so.
   *
   * @return what has become of the punch
   */
  PunchResult submit(Wanted wanted, Source source, String actor) {
    return transaction.execute(
        status -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          store.lock(wanted.staffId());
          PunchResult before = resultOf(wanted, now);
          refuseNeedless(before.outcome());
          String id = idOf(wanted);
          if (!store.add(request(id, wanted, now, source))) {
            throw new Conflict("This punch was asked for already; the first request stands");
          }
          PunchResult after = resultOf(wanted, now);
          register.add(
              AuditEntry.by(actor, AuditAction.MAKE_UP_REQUESTED)
                  .subject(id)
                  .reason(wanted.reason())
                  .detail("outcome", after.outcome().name()));
          return after;
        });
  }

  /**
   * Keeps a request that was made elsewhere, at that time; the same again changes nothing.
   *
   * @return whether it was new
   */
  public boolean take(String id, Wanted wanted, Instant requestedAt) {
    return store.add(request(id, wanted, requestedAt, Source.DINGTALK));
  }

  private static StoredMakeUp request(String id, Wanted wanted, Instant at, Source source) {
    return new StoredMakeUp(
        id,
        wanted.staffId(),
        wanted.dueAt(),
        wanted.direction(),
        at,
        wanted.reason(),
        source,
        Verdict.PENDING,
        null,
        List.of());
  }

  private PunchResult resultOf(Wanted wanted, Instant now) {
    return sheets
        .resultOf(wanted.staffId(), wanted.dueAt(), now)
        .filter(result -> result.due().direction() == wanted.direction())
        .orElseThrow(
            () -> new BadRequest("No punch is due from this person at that time, or not yet"));
  }

  private static void refuseNeedless(PunchOutcome outcome) {
    switch (outcome) {
      case PUNCHED -> throw new Conflict("There is a punch for that time: nothing to make up");
      case EXCUSED -> throw new Conflict("Leave covers that time: nothing to make up");
      case UNKNOWN ->
          throw new Conflict("No punches of anybody are known for that time: nobody is held to it");
      default -> {}
    }
  }

  private static String idOf(Wanted wanted) {
    String plain =
        wanted.staffId() + "-" + wanted.dueAt().getEpochSecond() + "-" + wanted.direction();
    return Sha256.of(plain.toLowerCase(Locale.ROOT)).substring(0, 20);
  }
}
