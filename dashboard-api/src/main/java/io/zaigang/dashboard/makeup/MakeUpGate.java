package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.punch.PunchSettings;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which 补卡 requests are open, and who may decide them. */
@Component
class MakeUpGate {

  private final MakeUpStore store;
  private final StaffStore staff;
  private final PunchSheets sheets;
  private final MakeUpPlace places;
  private final PunchSettings settings;
  private final Clock clock;

  MakeUpGate(
      MakeUpStore store,
      StaffStore staff,
      PunchSheets sheets,
      MakeUpPlace places,
      PunchSettings settings,
      Clock clock) {
    this.store = store;
    this.staff = staff;
    this.sheets = sheets;
    this.places = places;
    this.settings = settings;
    this.clock = clock;
  }

  /** The request, where it is open and this person may decide it. */
  StoredMakeUp mayDecide(String id, SignedIn user) {
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

  private boolean isOwn(StoredMakeUp request, SignedIn user) {
    Optional<Staff> person = staff.byUsername(user.username());
    return person.isPresent() && person.get().id().equals(request.staffId());
  }

  /** What the rules say of a request now. */
  private PunchOutcome outcomeOf(StoredMakeUp request) {
    return sheets
        .resultOf(request.staffId(), request.dueAt(), clock.instant())
        .map(PunchResult::outcome)
        .orElse(PunchOutcome.UNKNOWN);
  }

  StoredMakeUp find(String id) {
    return store.byId(id).orElseThrow(() -> new NotFound("There is no request with this id"));
  }

  /** Where the footage is that a decision rests on. */
  MakeUpPlace.Place place(StoredMakeUp request) {
    return places
        .of(request.staffId(), request.dueAt())
        .orElseThrow(() -> new Conflict("The roster names no window for this person on that day"));
  }

  /** Whether this verdict is the last word, so many having spoken. */
  boolean isLast(Verdict verdict, int step) {
    return verdict == Verdict.REJECTED || step >= settings.approvals();
  }
}
