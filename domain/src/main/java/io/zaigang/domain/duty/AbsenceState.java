package io.zaigang.domain.duty;

/** How far the approval of an absence has come. */
public enum AbsenceState {
  PENDING,
  APPROVED,
  REJECTED,
  WITHDRAWN
}
