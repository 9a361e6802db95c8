package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.punch.PunchStore;
import io.zaigang.dashboard.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the synchronisation now and then, where the operator wants it; several copies do no harm.
 */
@Component
@EnableConfigurationProperties(DingtalkSettings.class)
class DingtalkRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DingtalkRunner.class);

  private final DingtalkSettings settings;
  private final DingtalkStore store;
  private final Register register;
  private final Clock clock;
  private final DingtalkSync sync;

  DingtalkRunner(
      DingtalkSettings settings,
      DingtalkStore store,
      ApprovalTaker taker,
      PunchStore punches,
      StaffStore staff,
      DutyReader duty,
      Register register,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.register = register;
    this.clock = clock;
    DingtalkClient client =
        new DingtalkClient(settings, clock, duration -> Thread.sleep(duration.toMillis()));
    this.sync =
        new DingtalkSync(
            settings, client, new DingtalkSync.Stores(store, punches, staff), taker, duty, clock);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void whenDue() {
    Optional<Instant> last = store.lastRun().map(DingtalkStore.Run::ranAt);
    boolean due = last.isEmpty() || !clock.instant().isBefore(last.get().plus(settings.every()));
    if (settings.enabled() && due) {
      try {
        SyncReport report = run();
        report.problems().forEach(problem -> LOG.warn("DingTalk: {}", problem));
      } catch (DataAccessException e) {
        LOG.warn("DingTalk: the database does not answer; trying again in a minute", e);
      }
    }
  }

  /**
   * Runs it at once.
   *
   * @throws Conflict where it is switched off
   */
  void runNow(String actor) {
    if (!settings.enabled()) {
      throw new Conflict("DingTalk is switched off: set zaigang.dingtalk.enabled=true");
    }
    SyncReport report = run();
    register.add(
        AuditEntry.by(actor, AuditAction.DINGTALK_SYNCED)
            .detail("punches", String.valueOf(report.punches()))
            .detail("approvals", String.valueOf(report.approvals())));
  }

  /** Whose punches are whose is nothing to change unseen: each link is entered. */
  private SyncReport run() {
    SyncReport report = sync.run();
    for (String staffId : report.linked()) {
      register.add(
          AuditEntry.by("-", AuditAction.DUTY_CHANGED)
              .subject("staff " + staffId)
              .detail("done", "linked to DingTalk"));
    }
    return report;
  }

  boolean isEnabled() {
    return settings.enabled();
  }
}
