package io.zaigang.domain.vacancy;

import io.zaigang.domain.incident.Incident;

/**
 * Who answers for a vacancy: worked out from roster and absences when the incident is stored, never
 * by the camera.
 */
public enum VacancyCause {
  /** Someone had an approved absence, and the stand-in was not there. */
  NO_COVER,
  /** Nobody had an approved absence, and people left in the middle of the period. */
  LEFT_POST,
  /** Vacant since the start of the period. */
  NOT_OPENED,
  /** Vacant until the end of the period. */
  LEFT_EARLY;

  /** Whether anybody of the window had leave to be away during a vacancy. */
  public enum AbsenceOnRecord {
    NONE,
    APPROVED
  }

  /**
   * The cause of a VACANCY. An approved absence comes first: it never excuses the empty window, but
   * it moves the question from who left to who should have stood in. A window empty for the whole
   * period was not opened.
   *
   * @param vacancy its measure says whether the working period began or ended it
   * @param absence what the roster knows about the time of the vacancy
   */
  public static VacancyCause of(Incident vacancy, AbsenceOnRecord absence) {
    if (absence == AbsenceOnRecord.APPROVED) {
      return NO_COVER;
    }
    if (says(vacancy, VacancyRule.SINCE_PERIOD_START)) {
      return NOT_OPENED;
    }
    return says(vacancy, VacancyRule.UNTIL_PERIOD_END) ? LEFT_EARLY : LEFT_POST;
  }

  private static boolean says(Incident vacancy, String key) {
    Number value = vacancy.measure().get(key);
    return value != null && value.intValue() == 1;
  }
}
