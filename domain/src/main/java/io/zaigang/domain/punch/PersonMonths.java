package io.zaigang.domain.punch;

import java.util.List;

/**
 * Everything on record about the punches of one person in whole months.
 *
 * @param due in order
 * @param punches as made
 * @param requests 补卡
 * @param absences approved ones
 */
public record PersonMonths(
    String personId,
    List<DuePunch> due,
    List<Punch> punches,
    List<MakeUpRequest> requests,
    List<ApprovedAbsence> absences) {

  public PersonMonths {
    due = List.copyOf(due);
    punches = List.copyOf(punches);
    requests = List.copyOf(requests);
    absences = List.copyOf(absences);
  }
}
