package io.zaigang.dashboard.responsibility;

import io.zaigang.dashboard.duty.DutyChanged;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.incident.IncidentTaken;
import io.zaigang.dashboard.incident.Vacancies;
import io.zaigang.domain.duty.DutyRoster;
import io.zaigang.domain.duty.Responsibility;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works out who answers for a vacancy when it is stored, in the same transaction; and again for the
 * last weeks' when roster, absences or closures change, because lists are often handed in late.
 * Leave that was asked for after the vacancy began changes nothing, whenever it comes in.
 */
@Component
class ResponsibilityKeeper {

  /** Circulars of a week are out by then, and keep what they said. */
  private static final Duration WORKED_OUT_AGAIN = Duration.ofDays(35);

  private final ResponsibilityStore store;
  private final Vacancies vacancies;
  private final DutyReader duty;
  private final Clock clock;

  ResponsibilityKeeper(
      ResponsibilityStore store, Vacancies vacancies, DutyReader duty, Clock clock) {
    this.store = store;
    this.vacancies = vacancies;
    this.duty = duty;
    this.clock = clock;
  }

  @EventListener
  void on(IncidentTaken taken) {
    if (taken.incident().type() == IncidentType.VACANCY) {
      LocalDate day = day(taken.incident().startedAt());
      keep(taken.incident(), duty.roster(day, day.plusDays(1)));
    }
  }

  @EventListener
  void on(DutyChanged changed) {
    Instant now = clock.instant();
    List<Incident> recent = vacancies.since(now.minus(WORKED_OUT_AGAIN));
    if (!recent.isEmpty()) {
      DutyRoster roster = duty.roster(day(now.minus(WORKED_OUT_AGAIN)), day(now).plusDays(1));
      recent.forEach(vacancy -> keep(vacancy, roster));
    }
  }

  private void keep(Incident vacancy, DutyRoster roster) {
    store.put(vacancy.id(), Responsibility.of(vacancy, roster), clock.instant());
  }

  private LocalDate day(Instant at) {
    return at.atZone(duty.zone()).toLocalDate();
  }
}
