package io.zaigang.domain.incident;

/** Whether what an incident describes still goes on. */
public enum IncidentStatus {
  OPEN,
  CLOSED
}
