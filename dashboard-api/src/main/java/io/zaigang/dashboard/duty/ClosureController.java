package io.zaigang.dashboard.duty;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.site.WindowClosure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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

/** 窗口停开: when windows are closed with leave. */
@RestController
class ClosureController {

  private static final Duration LONGEST = Duration.ofDays(366);

  private final ClosureStore closures;
  private final SitePlans plans;
  private final Register register;
  private final ApplicationEventPublisher events;
  private final HallTimes times;

  ClosureController(
      ClosureStore closures,
      SitePlans plans,
      Register register,
      ApplicationEventPublisher events,
      HallTimes times) {
    this.closures = closures;
    this.plans = plans;
    this.register = register;
    this.events = events;
    this.times = times;
  }

  /** A closure. */
  record ClosureView(
      String id, String windowId, OffsetDateTime from, OffsetDateTime to, String reason) {}

  /** A closure to be entered. */
  record ClosureWanted(
      @NotBlank @Size(max = 100) String windowId,
      @NotNull OffsetDateTime from,
      @NotNull OffsetDateTime to,
      @NotBlank @Size(max = 200) String reason) {}

  /** Closures that meet a span, by begin. */
  @GetMapping("/api/duty/closures")
  List<ClosureView> closures(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new BadRequest("'to' must be after 'from', by " + LONGEST.toDays() + " days at most");
    }
    return closures.meeting(from.toInstant(), to.toInstant()).stream().map(this::view).toList();
  }

  /** Enters a closure; the job hears of it with the site plan, within seconds. */
  @Transactional
  @PostMapping("/api/duty/closures")
  @ResponseStatus(HttpStatus.CREATED)
  public ClosureView close(
      @Valid @RequestBody ClosureWanted wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    if (plans.current().plan().window(wanted.windowId()).isEmpty()) {
      throw new BadRequest("There is no window with this id");
    }
    Instant from = wanted.from().toInstant().truncatedTo(ChronoUnit.SECONDS);
    Instant to = wanted.to().toInstant().truncatedTo(ChronoUnit.SECONDS);
    if (!from.isBefore(to)) {
      throw new BadRequest("'to' must be after 'from'");
    }
    StoredClosure stored =
        new StoredClosure(
            UUID.randomUUID().toString(),
            new WindowClosure(wanted.windowId(), from, to),
            wanted.reason());
    closures.put(stored);
    enter(user, "closure " + wanted.windowId(), "added", wanted.reason());
    return view(stored);
  }

  /** Takes a closure back: one that lasts ends now, any other goes. */
  @Transactional
  @DeleteMapping("/api/duty/closures/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void open(
      @PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    if (!closures.remove(id)) {
      throw new NotFound("There is no closure with this id");
    }
    enter(user, "closure " + id, "removed", "");
  }

  private void enter(SignedIn user, String what, String done, String reason) {
    register.add(
        AuditEntry.by(user.username(), AuditAction.DUTY_CHANGED)
            .subject(what)
            .reason(reason)
            .detail("done", done));
    events.publishEvent(new DutyChanged());
  }

  private ClosureView view(StoredClosure stored) {
    return new ClosureView(
        stored.id(),
        stored.closure().windowId(),
        times.at(stored.closure().from()),
        times.at(stored.closure().to()),
        stored.reason());
  }
}
