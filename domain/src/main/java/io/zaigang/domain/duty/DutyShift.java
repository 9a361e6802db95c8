package io.zaigang.domain.duty;

/** Which part of a day a guide-desk duty covers: its first working period, the others, or all. */
public enum DutyShift {
  MORNING,
  AFTERNOON,
  DAY;

  /**
   * @param period number of the working period in its day, 0 for the first
   */
  boolean covers(int period) {
    return this == DAY || (this == MORNING) == (period == 0);
  }
}
