package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.audit.AuditAction;

/** What people do with an incident. */
enum StepKind {
  CONFIRMED(AuditAction.INCIDENT_CONFIRMED),
  DISMISSED(AuditAction.INCIDENT_DISMISSED),
  WITHDRAWN(AuditAction.INCIDENT_VERDICT_WITHDRAWN),
  APPEALED(AuditAction.INCIDENT_APPEALED),
  UPHELD(AuditAction.INCIDENT_APPEAL_UPHELD),
  REVERSED(AuditAction.INCIDENT_APPEAL_REVERSED),
  COMMENTED(AuditAction.INCIDENT_COMMENTED);

  private final AuditAction action;

  StepKind(AuditAction action) {
    this.action = action;
  }

  /** As the register has it. */
  AuditAction action() {
    return action;
  }
}
