package io.zaigang.dashboard.dingtalk;

import java.time.Instant;
import java.util.List;

/**
 * How a run went; kept as JSON.
 *
 * @param linked staff ids of people who were found in DingTalk's address book
 * @param punches new ones
 * @param approvals forms that changed something
 * @param waiting forms that are not settled yet
 * @param leaveWithoutForm leave that DingTalk knows of, but no form here explains: without knowing
 *     when it was asked for it excuses nothing
 * @param problems one line each
 */
record SyncReport(
    List<String> linked,
    int punches,
    int approvals,
    int waiting,
    List<LeaveWithoutForm> leaveWithoutForm,
    List<String> problems) {

  /** Somebody's leave that no form explains. */
  record LeaveWithoutForm(String staffId, Instant from, Instant to) {}

  SyncReport {
    linked = List.copyOf(linked);
    leaveWithoutForm = List.copyOf(leaveWithoutForm);
    problems = List.copyOf(problems);
  }
}
