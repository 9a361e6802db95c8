package io.zaigang.dashboard.duty;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.duty.DutyAssignment;
import io.zaigang.domain.duty.DutyShift;
import io.zaigang.domain.duty.GuideDuty;
import io.zaigang.domain.duty.PostRole;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff, AB岗 assignments and the guide desk's list; they come in through imports. */
@RestController
class DutyController {

  private static final int LONGEST_DAYS = 366;

  private final StaffStore staff;
  private final DutyStore duties;
  private final Register register;
  private final ApplicationEventPublisher events;

  DutyController(
      StaffStore staff, DutyStore duties, Register register, ApplicationEventPublisher events) {
    this.staff = staff;
    this.duties = duties;
    this.register = register;
    this.events = events;
  }

  /** An AB岗 assignment. */
  record AssignmentView(
      String staffId,
      String windowId,
      @Nullable String postId,
      PostRole role,
      LocalDate from,
      @Nullable LocalDate until) {

    static AssignmentView of(DutyAssignment a) {
      return new AssignmentView(
          a.personId(), a.windowId(), a.postId(), a.role(), a.from(), a.until());
    }
  }

  /** A turn at a guide desk. */
  record GuideDutyView(String windowId, LocalDate date, DutyShift shift, String staffId) {

    static GuideDutyView of(GuideDuty duty) {
      return new GuideDutyView(duty.windowId(), duty.date(), duty.shift(), duty.personId());
    }
  }

  /** Everybody there ever was, by id. */
  @GetMapping("/api/duty/staff")
  List<Staff> staff() {
    return staff.all();
  }

  /** AB岗 assignments that hold on some of these days, both included. */
  @GetMapping("/api/duty/assignments")
  List<AssignmentView> assignments(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
      throw new BadRequest("'to' must be 'from' or later, by " + LONGEST_DAYS + " days at most");
    }
    return duties.assignments(from, to).stream().map(AssignmentView::of).toList();
  }

  /** Takes back an assignment that should never have been there. */
  @Transactional
  @DeleteMapping("/api/duty/assignments/{windowId}/{staffId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void removeAssignment(
      @PathVariable @Size(max = 100) String windowId,
      @PathVariable @Size(max = 100) String staffId,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    if (!duties.remove(staffId, windowId, from)) {
      throw new NotFound("There is no such assignment");
    }
    register.add(
        AuditEntry.by(user.username(), AuditAction.DUTY_CHANGED)
            .subject("assignment " + staffId + " " + windowId + " " + from)
            .detail("done", "removed"));
    events.publishEvent(new DutyChanged());
  }

  /** The guide desk's list of a month. */
  @GetMapping("/api/duty/guide")
  List<GuideDutyView> guide(@RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month) {
    return duties.guideDuties(month.atDay(1), month.atEndOfMonth()).stream()
        .map(GuideDutyView::of)
        .toList();
  }
}
