package io.zaigang.domain.duty;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.vacancy.VacancyCause;
import io.zaigang.domain.vacancy.VacancyCause.AbsenceOnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who answers for a vacancy: worked out from the roster when the incident is stored.
 *
 * @param cause why the window was empty
 * @param personIds who had to be there when it began; empty where the roster names nobody (A and B
 *     both away): then the window's unit answers
 * @param absenceIds the absences that made it NO_COVER
 */
public record Responsibility(VacancyCause cause, List<String> personIds, List<String> absenceIds) {

  public Responsibility {
    personIds = List.copyOf(personIds);
    absenceIds = List.copyOf(absenceIds);
  }

  /**
   * Reads it off the roster.
   *
   * @param vacancy a VACANCY
   */
  public static Responsibility of(Incident vacancy, DutyRoster roster) {
    if (vacancy.type() != IncidentType.VACANCY) {
      throw new IllegalArgumentException("Only a VACANCY has a cause, not " + vacancy.type());
    }
    String window = Objects.requireNonNull(vacancy.windowId());
    Instant begin = vacancy.startedAt();
    Instant end = vacancy.endedAt() == null ? vacancy.confirmedAt() : vacancy.endedAt();
    Instant lastMoment = end.isAfter(begin) ? end : begin.plusMillis(1);
    List<Absence> absences = roster.absencesAt(window, begin, lastMoment);
    VacancyCause cause =
        VacancyCause.of(
            vacancy, absences.isEmpty() ? AbsenceOnRecord.NONE : AbsenceOnRecord.APPROVED);
    return new Responsibility(
        cause, roster.at(window, begin).answerable(), absences.stream().map(Absence::id).toList());
  }
}
