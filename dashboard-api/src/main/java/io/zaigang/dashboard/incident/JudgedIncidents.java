package io.zaigang.dashboard.incident;

import io.zaigang.domain.review.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Incidents of a span with their standing, for whoever counts, publishes or learns from them. */
@Component
public class JudgedIncidents {

  private final IncidentStore store;

  JudgedIncidents(IncidentStore store) {
    this.store = store;
  }

  /** All that began in {@code [from, to)}, oldest first, whatever their standing. */
  public List<JudgedIncident> startedIn(Instant from, Instant to) {
    return store.startedIn(from, to).stream().map(JudgedIncidents::judged).toList();
  }

  /** Those of these standings that began in {@code [from, to)}, oldest first. */
  public List<JudgedIncident> startedIn(Instant from, Instant to, Collection<Standing> standings) {
    return startedIn(from, to).stream()
        .filter(one -> standings.contains(one.review().standing()))
        .toList();
  }

  /** Those that count ({@link Standing#counts}) and began in {@code [from, to)}, oldest first. */
  public List<JudgedIncident> counted(Instant from, Instant to) {
    return startedIn(from, to).stream().filter(one -> one.review().standing().counts()).toList();
  }

  /** Ids of those begun since then that were dismissed or reversed, before an instant. */
  public List<String> neverCounting(Instant begunSince, Instant decidedBefore) {
    return store.neverCounting(begunSince, decidedBefore);
  }

  /** An incident, and the number of the change that made it what it is. */
  public record Changed(long number, JudgedIncident incident) {}

  /** Those last changed in {@code (after, upTo]}, in order of their changes. */
  public List<Changed> changedIn(long after, long upTo, int limit) {
    return store.changed(after, upTo, limit).stream()
        .map(stored -> new Changed(stored.changeNumber(), judged(stored)))
        .toList();
  }

  private static JudgedIncident judged(StoredIncident stored) {
    return new JudgedIncident(stored.incident(), stored.review());
  }
}
