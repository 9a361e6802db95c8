package io.zaigang.dashboard.duty;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.StoredAbsence.Source;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own absences: asking for them, following their approval, taking them back. */
@RestController
class MyAbsenceController {

  private final AbsenceStore absences;
  private final StaffStore staff;
  private final DutyReader duty;
  private final HallTimes times;
  private final Clock clock;

  MyAbsenceController(
      AbsenceStore absences, StaffStore staff, DutyReader duty, HallTimes times, Clock clock) {
    this.absences = absences;
    this.staff = staff;
    this.duty = duty;
    this.times = times;
    this.clock = clock;
  }

  /** An absence somebody asks for. */
  record AbsenceWanted(
      @NotNull AbsenceKind kind,
      @NotNull OffsetDateTime from,
      @NotNull OffsetDateTime to,
      @NotBlank @Size(max = 200) String reason) {}

  /** The caller's absences that meet a month, whatever their state, by begin. */
  @GetMapping("/api/my/absences")
  List<AbsenceView> ofMonth(
      @RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    String me = me(user).id();
    Instant begin = month.atDay(1).atStartOfDay(duty.zone()).toInstant();
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(duty.zone()).toInstant();
    return absences.meeting(begin, end).stream()
        .filter(stored -> stored.absence().personId().equals(me))
        .map(stored -> AbsenceView.of(stored, times))
        .toList();
  }

  /** Asks for an absence of one's own. It counts only once somebody has approved it. */
  @Transactional
  @PostMapping("/api/my/absences")
  @ResponseStatus(HttpStatus.CREATED)
  public AbsenceView ask(
      @Valid @RequestBody AbsenceWanted wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Staff me = me(user);
    Instant from = wanted.from().toInstant();
    Instant to = wanted.to().toInstant();
    if (!from.isBefore(to)) {
      throw new BadRequest("'to' must be after 'from'");
    }
    if (!wanted.kind().allows(Duration.between(from, to))) {
      throw new BadRequest("An OUTING lasts less than 2 hours; ask for LEAVE");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Absence absence =
        new Absence(
            UUID.randomUUID().toString(),
            me.id(),
            wanted.kind(),
            now,
            from,
            to,
            AbsenceState.PENDING);
    StoredAbsence stored = new StoredAbsence(absence, wanted.reason(), Source.DESK, List.of());
    absences.put(stored);
    return AbsenceView.of(stored, times);
  }

  /** Takes an absence back that was asked for here and that nobody has decided yet. */
  @Transactional
  @DeleteMapping("/api/my/absences/{id}")
  public AbsenceView withdraw(
      @PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    String me = me(user).id();
    StoredAbsence stored =
        absences
            .byId(id)
            .filter(one -> one.absence().personId().equals(me))
            .orElseThrow(() -> new NotFound("You have no absence with this id"));
    if (stored.source() != Source.DESK || stored.absence().state() != AbsenceState.PENDING) {
      throw new Conflict("Only what was asked for here and is pending can be taken back");
    }
    StoredAbsence withdrawn = stored.became(AbsenceState.WITHDRAWN, stored.steps());
    absences.put(withdrawn);
    return AbsenceView.of(withdrawn, times);
  }

  private Staff me(SignedIn user) {
    return staff
        .byUsername(user.username())
        .orElseThrow(
            () -> new Forbidden("No person of the staff list signs in with your user name"));
  }
}
