package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.ApprovalTaker.Unusable;
import io.zaigang.dashboard.dingtalk.DingtalkAttendance.Leave;
import io.zaigang.dashboard.dingtalk.DingtalkStore.Queued;
import io.zaigang.dashboard.dingtalk.SyncReport.LeaveWithoutForm;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.punch.PunchStore;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceState;
import io.zaigang.domain.punch.Punch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings over what DingTalk has. First the queue, forms that were pending or could not be taken
 * before; then it polls: new forms go into the queue and are taken from there, so that a form once
 * heard of is never lost. Each poll looks back over days already polled; what is here already
 * changes nothing.
 */
final class DingtalkSync {

  private static final Duration PENDING_AGAIN = Duration.ofMinutes(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final DingtalkSettings settings;
  private final DingtalkAttendance attendance;
  private final DingtalkApprovals approvals;
  private final StaffLinks links;
  private final DingtalkStore store;
  private final ApprovalTaker taker;
  private final PunchStore punches;
  private final DutyReader duty;
  private final Clock clock;

  /** What a run writes to. */
  record Stores(DingtalkStore queue, PunchStore punches, StaffStore staff) {}

  DingtalkSync(
      DingtalkSettings settings,
      DingtalkClient client,
      Stores stores,
      ApprovalTaker taker,
      DutyReader duty,
      Clock clock) {
    this.settings = settings;
    this.attendance = new DingtalkAttendance(client, duty.zone());
    this.approvals = new DingtalkApprovals(client, duty.zone());
    this.links = new StaffLinks(new DingtalkPeople(client), stores.staff());
    this.store = stores.queue();
    this.taker = taker;
    this.punches = stores.punches();
    this.duty = duty;
    this.clock = clock;
  }

  /** One run. What fails is said in the report, and done again next time. */
  synchronized SyncReport run() {
    Instant now = clock.instant();
    List<String> problems = new ArrayList<>();
    int taken = drain(now, problems);
    int added = 0;
    List<String> linked = List.of();
    List<LeaveWithoutForm> unexplained = List.of();
    boolean polled = false;
    try {
      linked = links.link(day(now), problems);
      poll(now);
      taken += drain(now, problems);
      added = pollPunches(now);
      unexplained = unexplainedLeave(now);
      polled = true;
    } catch (DingtalkFailure failure) {
      problems.add(String.valueOf(failure.getMessage()));
    }
    problems.addAll(store.problems());
    SyncReport report =
        new SyncReport(linked, added, taken, store.waiting(), unexplained, problems);
    store.ran(polled ? now : null, now, report);
    return report;
  }

  private int drain(Instant now, List<String> problems) {
    int changed = 0;
    for (Queued queued : store.due(now)) {
      try {
        changed += take(queued, now) ? 1 : 0;
      } catch (DingtalkFailure failure) {
        store.again(queued.instanceId(), later(queued, now), failure.getMessage());
        if (failure.kind() == DingtalkFailure.Kind.LATER) {
          problems.add(String.valueOf(failure.getMessage()));
          return changed; // DingTalk does not answer: the others would fail as well
        }
      }
    }
    return changed;
  }

  private boolean take(Queued queued, Instant now) {
    Approval approval = approvals.approval(queued.instanceId());
    try {
      boolean changed = taker.take(queued.process(), approval);
      if (approval.state() == AbsenceState.PENDING && queued.process().absence().isPresent()) {
        store.again(queued.instanceId(), now.plus(PENDING_AGAIN), null);
      } else {
        store.settle(queued.instanceId());
      }
      return changed;
    } catch (Unusable e) {
      store.again(queued.instanceId(), later(queued, now), e.getMessage());
      return false;
    }
  }

  private static Instant later(Queued queued, Instant now) {
    Duration pause = PENDING_AGAIN.multipliedBy(1L << Math.min(queued.attempts(), 6));
    return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private void poll(Instant now) {
    Instant from = pollFrom(now);
    for (DingtalkProcess process : DingtalkProcess.values()) {
      Optional<String> code = process.code(settings.processes());
      if (code.isPresent()) {
        approvals.ids(code.get(), from, now).forEach(id -> store.enqueue(id, process, now));
      }
    }
  }

  /** At least the days to look back over, and all since the last poll that came to its end. */
  private Instant pollFrom(Instant now) {
    Instant usual = now.minus(settings.lookBack());
    return store
        .lastRun()
        .map(DingtalkStore.Run::polledUntil)
        .filter(until -> until.isBefore(usual))
        .orElse(usual);
  }

  private int pollPunches(Instant now) {
    Map<String, String> staffOf = staffByUser();
    if (staffOf.isEmpty()) {
      return 0;
    }
    List<Punch> found =
        attendance.punches(staffOf.keySet(), day(pollFrom(now)), day(now)).stream()
            .filter(punch -> staffOf.containsKey(punch.personId()))
            .map(
                punch ->
                    new Punch(
                        String.valueOf(staffOf.get(punch.personId())),
                        punch.at(),
                        punch.direction()))
            .toList();
    return punches.add(found, PunchStore.Source.DINGTALK);
  }

  private List<LeaveWithoutForm> unexplainedLeave(Instant now) {
    Map<String, String> staffOf = staffByUser();
    if (staffOf.isEmpty()) {
      return List.of();
    }
    LocalDate from = day(now.minus(settings.lookBack()));
    List<LeaveWithoutForm> unexplained = new ArrayList<>();
    for (Leave one : attendance.leave(staffOf.keySet(), from, day(now))) {
      String person = staffOf.get(one.userId());
      List<Absence> known = duty.absences(one.from(), one.to().plusMillis(1));
      if (person != null && known.stream().noneMatch(a -> a.personId().equals(person))) {
        unexplained.add(new LeaveWithoutForm(person, one.from(), one.to()));
      }
    }
    return unexplained;
  }

  private Map<String, String> staffByUser() {
    Map<String, String> staff = new HashMap<>();
    for (Staff person : duty.staff()) {
      if (person.dingtalkUserId() != null) {
        staff.put(person.dingtalkUserId(), person.id());
      }
    }
    return staff;
  }

  private LocalDate day(Instant at) {
    return at.atZone(duty.zone()).toLocalDate();
  }
}
