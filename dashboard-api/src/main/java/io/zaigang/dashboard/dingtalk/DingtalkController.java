package io.zaigang.dashboard.dingtalk;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.dingtalk.DingtalkStore.Run;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.web.HallTimes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it goes with DingTalk, for administrators. */
@RestController
class DingtalkController {

  private final DingtalkRunner runner;
  private final DingtalkStore store;
  private final DutyReader duty;
  private final HallTimes times;
  private final Clock clock;

  DingtalkController(
      DingtalkRunner runner, DingtalkStore store, DutyReader duty, HallTimes times, Clock clock) {
    this.runner = runner;
    this.store = store;
    this.duty = duty;
    this.times = times;
    this.clock = clock;
  }

  /**
   * How it goes.
   *
   * @param ranAt null where it never ran
   * @param polledUntil up to when everything has been asked for; null before the first whole poll
   * @param last how the last run went; null where there is none
   * @param waiting approvals that are not settled yet
   * @param queue those, at most 200, with a problem first
   * @param unlinked people of the staff list, by name, whom nothing links to DingTalk: their
   *     punches and forms are not brought over
   */
  record DingtalkState(
      boolean enabled,
      @Nullable OffsetDateTime ranAt,
      @Nullable OffsetDateTime polledUntil,
      @Nullable DingtalkRun last,
      int waiting,
      List<WaitingForm> queue,
      List<String> unlinked) {}

  /**
   * How a run went.
   *
   * @param linked people who were found in DingTalk's address book, by name
   * @param punches new ones
   * @param approvals forms that changed something
   * @param leaveWithoutForm leave that DingTalk knows of and no form explains: it excuses nothing
   * @param problems one line each
   */
  record DingtalkRun(
      List<String> linked,
      int punches,
      int approvals,
      List<LeaveWithoutFormView> leaveWithoutForm,
      List<String> problems) {}

  /** Somebody's leave that no form explains. */
  record LeaveWithoutFormView(String name, OffsetDateTime from, OffsetDateTime to) {}

  /**
   * An approval that is not settled here yet.
   *
   * @param problem why it could not be taken; null while it is pending at DingTalk
   */
  record WaitingForm(
      String instanceId,
      DingtalkProcess process,
      int attempts,
      OffsetDateTime nextAt,
      @Nullable String problem) {}

  /** How it goes. */
  @GetMapping("/api/dingtalk")
  DingtalkState state() {
    Optional<Run> last = store.lastRun();
    List<Staff> staff = duty.staff();
    LocalDate today = clock.instant().atZone(duty.zone()).toLocalDate();
    return new DingtalkState(
        runner.isEnabled(),
        times.atOrNull(last.map(Run::ranAt).orElse(null)),
        times.atOrNull(last.map(Run::polledUntil).orElse(null)),
        last.map(Run::report).map(report -> view(report, staff)).orElse(null),
        store.waiting(),
        store.queue().stream()
            .map(
                form ->
                    new WaitingForm(
                        form.instanceId(),
                        form.process(),
                        form.attempts(),
                        times.at(form.nextAt()),
                        form.problem()))
            .toList(),
        staff.stream()
            .filter(person -> person.dingtalkUserId() == null && person.worksOn(today))
            .map(Staff::name)
            .toList());
  }

  private DingtalkRun view(SyncReport report, List<Staff> staff) {
    Map<String, String> names = staff.stream().collect(Collectors.toMap(Staff::id, Staff::name));
    return new DingtalkRun(
        report.linked().stream().map(id -> names.getOrDefault(id, id)).toList(),
        report.punches(),
        report.approvals(),
        report.leaveWithoutForm().stream()
            .map(
                leave ->
                    new LeaveWithoutFormView(
                        names.getOrDefault(leave.staffId(), leave.staffId()),
                        times.at(leave.from()),
                        times.at(leave.to())))
            .toList(),
        report.problems());
  }

  /** Asks DingTalk at once; 409 where it is switched off. */
  @PostMapping("/api/dingtalk/sync")
  DingtalkState sync(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    runner.runNow(user.username());
    return state();
  }
}
