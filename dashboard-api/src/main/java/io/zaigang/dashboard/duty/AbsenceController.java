package io.zaigang.dashboard.duty;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.duty.StoredAbsence.Step;
import io.zaigang.dashboard.duty.StoredAbsence.StepVerdict;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 外出请假: deciding absences, reading them. */
@RestController
class AbsenceController {

  private static final Duration LONGEST = Duration.ofDays(62);

  private final AbsenceStore absences;
  private final StaffStore staff;
  private final Register register;
  private final ApplicationEventPublisher events;
  private final HallTimes times;
  private final Clock clock;

  AbsenceController(
      AbsenceStore absences,
      StaffStore staff,
      Register register,
      ApplicationEventPublisher events,
      HallTimes times,
      Clock clock) {
    this.absences = absences;
    this.staff = staff;
    this.register = register;
    this.events = events;
    this.times = times;
    this.clock = clock;
  }

  /** An approver's word. */
  record AbsenceDecision(@NotNull StepVerdict verdict, @NotNull @Size(max = 200) String remark) {}

  /** Absences, whatever their state, that meet a span, by begin. */
  @GetMapping("/api/duty/absences")
  List<AbsenceView> absences(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new BadRequest("'to' must be after 'from', by " + LONGEST.toDays() + " days at most");
    }
    return absences.meeting(from.toInstant(), to.toInstant()).stream()
        .map(one -> AbsenceView.of(one, times))
        .toList();
  }

  /** Approves or rejects an absence that is pending; nobody decides their own. */
  @Transactional
  @PostMapping("/api/duty/absences/{id}/decision")
  public AbsenceView decide(
      @PathVariable String id,
      @Valid @RequestBody AbsenceDecision decision,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    StoredAbsence stored =
        absences.byId(id).orElseThrow(() -> new NotFound("There is no absence with this id"));
    refuse(stored.absence(), decision, user);
    List<Step> steps = new ArrayList<>(stored.steps());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    steps.add(new Step(user.displayName(), now, decision.verdict(), decision.remark()));
    StoredAbsence decided =
        stored.became(
            decision.verdict() == StepVerdict.APPROVED
                ? AbsenceState.APPROVED
                : AbsenceState.REJECTED,
            steps);
    absences.put(decided);
    register.add(
        AuditEntry.by(user.username(), AuditAction.ABSENCE_DECIDED)
            .subject(id)
            .reason(decision.remark())
            .detail("verdict", decision.verdict().name()));
    events.publishEvent(new DutyChanged());
    return AbsenceView.of(decided, times);
  }

  private void refuse(Absence absence, AbsenceDecision decision, SignedIn user) {
    if (decision.verdict() == StepVerdict.PENDING) {
      throw new BadRequest("verdict must be APPROVED or REJECTED");
    }
    if (absence.state() != AbsenceState.PENDING) {
      throw new Conflict("This absence is not pending: it is " + absence.state());
    }
    boolean own =
        staff
            .byUsername(user.username())
            .filter(person -> person.id().equals(absence.personId()))
            .isPresent();
    if (own) {
      throw new Forbidden("This absence is your own: somebody else decides it");
    }
  }
}
