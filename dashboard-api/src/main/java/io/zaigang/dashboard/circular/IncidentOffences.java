package io.zaigang.dashboard.circular;

import static java.util.stream.Collectors.toMap;

import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.evidence.KeptClips;
import io.zaigang.dashboard.incident.JudgedIncident;
import io.zaigang.dashboard.incident.JudgedIncidents;
import io.zaigang.dashboard.responsibility.ResponsibilityStore;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.circular.Evidence;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Person;
import io.zaigang.domain.duty.Responsibility;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.review.Standing;
import io.zaigang.domain.site.ServiceWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Incidents that a person confirmed and no appeal reversed. One that still goes on counts up to
 * where its rule's threshold was crossed: more is not known yet.
 */
@Component
class IncidentOffences implements OffenceSource {

  private static final double MILLIS = 1000;

  private final JudgedIncidents incidents;
  private final ResponsibilityStore responsibilities;
  private final KeptClips clips;
  private final DutyReader duty;
  private final SitePlans plans;

  IncidentOffences(
      JudgedIncidents incidents,
      ResponsibilityStore responsibilities,
      KeptClips clips,
      DutyReader duty,
      SitePlans plans) {
    this.incidents = incidents;
    this.responsibilities = responsibilities;
    this.clips = clips;
    this.duty = duty;
    this.plans = plans;
  }

  /** What is looked up once for all incidents of a span. */
  private record Lookup(
      Map<String, Responsibility> answers,
      Map<String, SortedMap<String, String>> clips,
      Map<String, String> names,
      Map<String, String> units) {

    List<Person> people(@Nullable Responsibility answer) {
      return answer == null
          ? List.of()
          : answer.personIds().stream()
              .map(id -> new Person(id, names.getOrDefault(id, id)))
              .toList();
    }
  }

  @Override
  public List<Offence> offences(Instant from, Instant to) {
    return offences(incidents.counted(from, to));
  }

  @Override
  public List<Offence> contested(Instant from, Instant to) {
    return offences(incidents.startedIn(from, to, Set.of(Standing.APPEALED)));
  }

  private List<Offence> offences(List<JudgedIncident> judged) {
    if (judged.isEmpty()) {
      return List.of();
    }
    List<Incident> counted = judged.stream().map(JudgedIncident::incident).toList();
    List<String> ids = counted.stream().map(Incident::id).toList();
    Lookup lookup =
        new Lookup(
            responsibilities.of(ids),
            clips.sha256Of(ids),
            duty.staff().stream().collect(toMap(Staff::id, Staff::name)),
            plans.current().plan().windows().stream()
                .collect(toMap(ServiceWindow::id, ServiceWindow::unit)));
    return counted.stream()
        .flatMap(
            incident ->
                OffenceKind.of(incident.type())
                    .map(kind -> Stream.of(offence(incident, kind, lookup)))
                    .orElseGet(Stream::empty))
        .toList();
  }

  private static Offence offence(Incident incident, OffenceKind kind, Lookup lookup) {
    Responsibility answer = lookup.answers().get(incident.id());
    return new Offence(
        incident.id(),
        kind,
        incident.windowId(),
        incident.windowId() == null ? null : lookup.units().get(incident.windowId()),
        lookup.people(answer),
        incident.startedAt(),
        Objects.requireNonNullElse(incident.endedAt(), incident.confirmedAt()),
        incident.startedAt(),
        Math.round(incident.blindSeconds() * MILLIS),
        answer == null ? null : answer.cause(),
        new Evidence(
            incident.cameraIds(), lookup.clips().getOrDefault(incident.id(), new TreeMap<>()), ""));
  }
}
