package io.zaigang.domain.punch;

/** Whether a punch opens a working period (上班) or closes it (下班). */
public enum PunchDirection {
  IN,
  OUT
}
