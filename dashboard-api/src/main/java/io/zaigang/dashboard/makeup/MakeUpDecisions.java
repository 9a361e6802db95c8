package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.makeup.StoredMakeUp.Decision;
import io.zaigang.dashboard.makeup.StoredMakeUp.KeptFootage;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides 补卡 requests, by footage that is held from then on. */
@Service
class MakeUpDecisions {

  private static final Duration LONGEST_KEPT = Duration.ofHours(1);

  private final MakeUpGate gate;
  private final MakeUpStore store;
  private final MakeUpFootage footage;
  private final Register register;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MakeUpDecisions(
      MakeUpGate gate,
      MakeUpStore store,
      MakeUpFootage footage,
      Register register,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.gate = gate;
    this.store = store;
    this.footage = footage;
    this.register = register;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What an approver says, and which span that rests on. */
  record Verdicted(Verdict verdict, String remark, Instant from, Instant to) {}

  /**
   * Decides a request, or makes the first of two steps. Footage is held and its clip's sum taken
   * before anything is stored; where storing fails the hold is given up.
   */
  StoredMakeUp decide(String id, Verdicted wanted, SignedIn user) {
    StoredMakeUp request = gate.mayDecide(id, user);
    MakeUpPlace.Place place = gate.place(request);
    requireSensible(wanted, place);
    int step = request.decisions().size() + 1;
    String hold = MakeUpFootage.holdId(id, step);
    List<KeptFootage> kept =
        footage.keep(hold, place.cameraIdsFor(user), wanted.from(), wanted.to());
    boolean stored = false;
    try {
      if (wanted.verdict() == Verdict.REJECTED && kept.isEmpty()) {
        throw new Conflict(
            "Nothing was recorded there: what no camera saw is held against nobody, so it cannot be"
                + " rejected");
      }
      StoredMakeUp decided =
          transaction.execute(status -> storeDecision(id, wanted, kept, step, user));
      stored = true;
      return decided;
    } finally {
      if (!stored) {
        footage.release(hold);
      }
    }
  }

  private StoredMakeUp storeDecision(
      String id, Verdicted wanted, List<KeptFootage> kept, int step, SignedIn user) {
    store.lock(gate.find(id).staffId());
    StoredMakeUp request = gate.mayDecide(id, user); // again: somebody may have been faster
    if (request.decisions().size() != step - 1) {
      throw new Conflict("Somebody else has decided meanwhile; look at it again");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    store.decide(
        id,
        new Decision(step, user.username(), now, wanted.verdict(), wanted.remark(), kept),
        gate.isLast(wanted.verdict(), step) ? wanted.verdict() : Verdict.PENDING);
    enter(request, wanted, kept, user);
    return gate.find(id);
  }

  private void enter(
      StoredMakeUp request, Verdicted wanted, List<KeptFootage> kept, SignedIn user) {
    AuditEntry entry =
        AuditEntry.by(user.username(), AuditAction.MAKE_UP_DECIDED)
            .subject(request.id())
            .reason(wanted.remark())
            .detail("verdict", wanted.verdict().name())
            .detail("staff", request.staffId());
    for (KeptFootage piece : kept) {
      entry = entry.detail("sha256 " + piece.cameraId(), piece.clipSha256());
    }
    if (!kept.isEmpty()) {
      entry = entry.footage(kept.get(0).cameraId(), wanted.from(), wanted.to());
    }
    register.add(entry);
  }

  private static void requireSensible(Verdicted wanted, MakeUpPlace.Place place) {
    if (wanted.verdict() == Verdict.PENDING) {
      throw new BadRequest("verdict must be APPROVED or REJECTED");
    }
    boolean meets = wanted.from().isBefore(place.to()) && wanted.to().isAfter(place.from());
    if (!wanted.from().isBefore(wanted.to())
        || Duration.between(wanted.from(), wanted.to()).compareTo(LONGEST_KEPT) > 0
        || !meets) {
      throw new BadRequest(
          "'from' and 'to' must span at most " + LONGEST_KEPT + " around the punch");
    }
  }
}
