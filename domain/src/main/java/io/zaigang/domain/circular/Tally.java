package io.zaigang.domain.circular;

import io.zaigang.domain.vacancy.VacancyCause;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Offences counted.
 *
 * @param vacancyMinutes the sum of {@link Offence#minutes()} of the vacancies
 * @param vacancyCauses vacancies by cause; those whose cause nobody worked out are in no entry
 */
public record Tally(
    int vacancies,
    long vacancyMinutes,
    SortedMap<VacancyCause, Integer> vacancyCauses,
    int phoneUses,
    int gatherings,
    int missedPunches,
    int checkFindings) {

  public Tally {
    vacancyCauses = Collections.unmodifiableSortedMap(new TreeMap<>(vacancyCauses));
  }

  /** Counts each once. */
  public static Tally of(Collection<Offence> offences) {
    Map<OffenceKind, Integer> counts = new TreeMap<>();
    SortedMap<VacancyCause, Integer> causes = new TreeMap<>();
    long minutes = 0;
    for (Offence offence : offences) {
      counts.merge(offence.kind(), 1, Integer::sum);
      if (offence.kind() == OffenceKind.VACANCY) {
        minutes += offence.minutes();
        if (offence.cause() != null) {
          causes.merge(offence.cause(), 1, Integer::sum);
        }
      }
    }
    return new Tally(
        counts.getOrDefault(OffenceKind.VACANCY, 0),
        minutes,
        causes,
        counts.getOrDefault(OffenceKind.PHONE_USE, 0),
        counts.getOrDefault(OffenceKind.GATHERING, 0),
        counts.getOrDefault(OffenceKind.MISSED_PUNCH, 0),
        counts.getOrDefault(OffenceKind.CHECK_FINDING, 0));
  }

  public int all() {
    return vacancies + phoneUses + gatherings + missedPunches + checkFindings;
  }
}
