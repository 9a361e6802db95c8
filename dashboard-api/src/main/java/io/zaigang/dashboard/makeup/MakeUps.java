package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.makeup.StoredMakeUp.Decision;
import io.zaigang.dashboard.makeup.StoredMakeUp.KeptFootage;
import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.dashboard.punch.PunchSettings;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import io.zaigang.ingest.clip.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes and decides 补卡 requests. */
@Service
public class MakeUps {

  private static final Duration LONGEST_KEPT = Duration.ofHours(1);

  private final MakeUpStore store;
  private final StaffStore staff;
  private final PunchSheets sheets;
  private final MakeUpPlace places;
  private final MakeUpFootage footage;
  private final PunchSettings settings;
  private final Register register;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MakeUps(
      MakeUpStore store,
      StaffStore staff,
      PunchSheets sheets,
      MakeUpPlace places,
      MakeUpFootage footage,
      PunchSettings settings,
      Register register,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.staff = staff;
    this.sheets = sheets;
    this.places = places;
    this.footage = footage;
    this.settings = settings;
    this.register = register;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Which due punch a request is for. */
  public record Wanted(String staffId, Instant dueAt, PunchDirection direction, String reason) {}

  /** What an approver says, and which span that rests on. */
  record Verdicted(Verdict verdict, String remark, Instant from, Instant to) {}

  /**
   * Takes a request. One that comes too late, or is one too many, is kept as well: refused by rule,
   * with the outcome that says so.
   *
   * @return what has become of the punch
   */
  PunchResult submit(Wanted wanted, Source source, String actor) {
    return inTransaction(
        () -> {
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

  /**
   * Decides a request, or makes the first of two steps. Footage is held and its clip's sum taken
   * before anything is stored; where storing fails the hold is given up.
   */
  StoredMakeUp decide(String id, Verdicted wanted, SignedIn user) {
    StoredMakeUp request = mayDecide(id, user);
    MakeUpPlace.Place place =
        places
            .of(request.staffId(), request.dueAt())
            .orElseThrow(
                () -> new Conflict("The roster names no window for this person on that day"));
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
      StoredMakeUp decided = inTransaction(() -> storeDecision(id, wanted, kept, step, user));
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
    store.lock(find(id).staffId());
    StoredMakeUp request = mayDecide(id, user); // again: somebody may have been faster
    if (request.decisions().size() != step - 1) {
      throw new Conflict("Somebody else has decided meanwhile; look at it again");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean last = wanted.verdict() == Verdict.REJECTED || step >= settings.approvals();
    store.decide(
        id,
        new Decision(step, user.username(), now, wanted.verdict(), wanted.remark(), kept),
        last ? wanted.verdict() : Verdict.PENDING);
    enter(request, wanted, kept, user);
    return find(id);
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

  private StoredMakeUp mayDecide(String id, SignedIn user) {
    StoredMakeUp request = find(id);
    if (isOwn(request, user)) {
      throw new Forbidden("This request is your own: somebody else decides it");
    }
    if (request.decisions().stream().anyMatch(d -> d.by().equals(user.username()))) {
      throw new Forbidden("You have said what you think of it; the next step is somebody else's");
    }
    PunchOutcome outcome = outcomeOf(request);
    if (outcome != PunchOutcome.PENDING) {
      throw new Conflict("This request is not open: " + outcome.paragraph());
    }
    return request;
  }

  boolean isOwn(StoredMakeUp request, SignedIn user) {
    Optional<Staff> person = staff.byUsername(user.username());
    return person.isPresent() && person.get().id().equals(request.staffId());
  }

  /** What the rules say of a request now. */
  PunchOutcome outcomeOf(StoredMakeUp request) {
    return sheets
        .resultOf(request.staffId(), request.dueAt(), clock.instant())
        .map(PunchResult::outcome)
        .orElse(PunchOutcome.UNKNOWN);
  }

  StoredMakeUp find(String id) {
    return store.byId(id).orElseThrow(() -> new NotFound("There is no request with this id"));
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

  private <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
