package io.zaigang.dashboard.makeup;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.makeup.MakeUpDecisions.Verdicted;
import io.zaigang.dashboard.makeup.MakeUps.Wanted;
import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 补卡: the approver's list, the evidence card, the decision. */
@RestController
class MakeUpController {

  private final MakeUps makeUps;
  private final MakeUpGate gate;
  private final MakeUpDecisions decisions;
  private final MakeUpStore store;
  private final MakeUpCards cards;
  private final DutyReader duty;

  MakeUpController(
      MakeUps makeUps,
      MakeUpGate gate,
      MakeUpDecisions decisions,
      MakeUpStore store,
      MakeUpCards cards,
      DutyReader duty) {
    this.makeUps = makeUps;
    this.gate = gate;
    this.decisions = decisions;
    this.store = store;
    this.cards = cards;
    this.duty = duty;
  }

  /** A request that somebody enters for a person. */
  record MakeUpFor(
      @NotBlank @Size(max = 100) String staffId,
      @NotNull OffsetDateTime dueAt,
      @NotNull PunchDirection direction,
      @NotBlank @Size(max = 200) String reason) {}

  /**
   * An approver's decision.
   *
   * @param from begin of the footage it rests on
   * @param to end of it
   */
  record DecisionWanted(
      @NotNull Verdict verdict,
      @NotNull @Size(max = 200) String remark,
      @NotNull OffsetDateTime from,
      @NotNull OffsetDateTime to) {}

  /** What the rules say of a request that was just made. */
  record MakeUpSubmitted(PunchOutcome outcome, String paragraph) {

    static MakeUpSubmitted of(PunchResult result) {
      return new MakeUpSubmitted(result.outcome(), result.outcome().paragraph());
    }
  }

  /** Requests nobody has decided yet, oldest punch first. */
  @GetMapping("/api/makeup/pending")
  List<MakeUpView> pending(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return cards.views(store.pending(), user);
  }

  /** All requests for punches of a month, newest punch first. */
  @GetMapping("/api/makeup")
  List<MakeUpView> ofMonth(
      @RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return cards.views(
        store.forPunchesDue(
            month.atDay(1).atStartOfDay(duty.zone()).toInstant(),
            month.plusMonths(1).atDay(1).atStartOfDay(duty.zone()).toInstant()),
        user);
  }

  /** A request with everything needed to decide it. */
  @GetMapping("/api/makeup/{id}")
  EvidenceCard card(
      @PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return cards.card(gate.find(id), user);
  }

  /** Enters a request for somebody. Late ones, and those over the quota, are kept as refused. */
  @PostMapping("/api/makeup")
  @ResponseStatus(HttpStatus.CREATED)
  MakeUpSubmitted submit(
      @Valid @RequestBody MakeUpFor wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return MakeUpSubmitted.of(
        makeUps.submit(
            new Wanted(
                wanted.staffId(), wanted.dueAt().toInstant(), wanted.direction(), wanted.reason()),
            Source.DESK,
            user.username()));
  }

  /** Decides a request, or makes the first of two steps; keeps the footage it rests on. */
  @PostMapping("/api/makeup/{id}/decision")
  MakeUpView decide(
      @PathVariable String id,
      @Valid @RequestBody DecisionWanted wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Verdicted verdict =
        new Verdicted(
            wanted.verdict(), wanted.remark(), wanted.from().toInstant(), wanted.to().toInstant());
    return cards.view(decisions.decide(id, verdict, user), user);
  }
}
