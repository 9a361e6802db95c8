package io.zaigang.dashboard.dingtalk;

import java.util.List;

/**
 * How a run went.
 *
 * @param punches new ones
 * @param approvals forms that changed something
 * @param waiting forms that are not settled yet
 * @param leaveWithoutForm leave that DingTalk knows of, but no form here explains: without knowing
 *     when it was asked for it excuses nothing
 * @param problems one line each
 */
record SyncReport(
    int punches, int approvals, int waiting, int leaveWithoutForm, List<String> problems) {

  SyncReport {
    problems = List.copyOf(problems);
  }
}
