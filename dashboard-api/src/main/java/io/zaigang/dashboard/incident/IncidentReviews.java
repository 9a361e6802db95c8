package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.stream.ChangeNumbers;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.review.Review;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with incidents. Each step is stored, told to all desks, and entered in the
 * register in one transaction.
 */
@Service
class IncidentReviews {

  private final IncidentStore store;
  private final IncidentStepStore steps;
  private final JudgeGate gate;
  private final ChangeNumbers numbers;
  private final Register register;

  IncidentReviews(
      IncidentStore store,
      IncidentStepStore steps,
      JudgeGate gate,
      ChangeNumbers numbers,
      Register register) {
    this.store = store;
    this.steps = steps;
    this.gate = gate;
    this.numbers = numbers;
    this.register = register;
  }

  /**
   * The state of an incident that somebody acts upon.
   *
   * @param revision of the review as they saw it
   */
  record Seen(String incidentId, int revision) {}

  /**
   * Judges, or decides about a judgement: not one's own window, and only what one may look at. A
   * notice can be dismissed, as a false alarm, but is nothing that could be confirmed.
   *
   * @throws Conflict when somebody else was faster
   */
  @Transactional
  public StoredIncident judge(
      Seen seen, SignedIn user, IncidentStep step, UnaryOperator<Review> change) {
    StoredIncident before = begin(seen.incidentId());
    gate.require(user, before.incident());
    if (step.kind() == StepKind.CONFIRMED && !before.incident().type().isViolation()) {
      throw new BadRequest("A notice is no violation: there is nothing to confirm");
    }
    return take(before, seen, step, change);
  }

  /**
   * Contests a verdict: open to those it concerns.
   *
   * @throws Conflict when somebody else was faster
   */
  @Transactional
  public StoredIncident contest(
      Seen seen, SignedIn user, IncidentStep step, UnaryOperator<Review> change) {
    StoredIncident before = begin(seen.incidentId());
    gate.requireMayAppeal(user, before.incident());
    return take(before, seen, step, change);
  }

  /** Says something about it; that changes nothing else. */
  @Transactional
  public StoredIncident comment(String incidentId, IncidentStep step) {
    StoredIncident after = begin(incidentId).commented(numbers.next());
    record(after, step);
    return after;
  }

  private StoredIncident begin(String incidentId) {
    numbers.begin(); // from here on nobody else changes an incident
    return store
        .find(incidentId)
        .orElseThrow(() -> new NotFound("There is no incident with this id"));
  }

  private StoredIncident take(
      StoredIncident before, Seen seen, IncidentStep step, UnaryOperator<Review> change) {
    Review now = before.review();
    if (now.revision() != seen.revision()) {
      throw new Conflict("Somebody was faster: it is " + now.standing() + byWhom(now));
    }
    StoredIncident after = before.with(change.apply(now), numbers.next());
    record(after, step);
    return after;
  }

  private void record(StoredIncident after, IncidentStep step) {
    Incident incident = after.incident();
    store.putReview(after);
    steps.add(incident.id(), step);
    AuditEntry entry =
        AuditEntry.by(step.deed().by(), step.kind().action())
            .subject(incident.id())
            .reason(step.deed().text().isEmpty() ? null : step.deed().text())
            .detail("type", incident.type().name())
            .detail("startedAt", incident.startedAt().toString());
    if (incident.windowId() != null) {
      entry = entry.detail("window", incident.windowId());
    }
    if (step.reason() != null) {
      String kind = step.falseAlarm() == null ? "" : " " + step.falseAlarm();
      entry = entry.detail("dismissal", step.reason() + kind);
    }
    if (step.appellant() != null && !step.appellant().isEmpty()) {
      entry = entry.detail("appellant", step.appellant());
    }
    register.add(entry);
  }

  private static String byWhom(Review now) {
    if (now.appeal() != null && now.appeal().decision() != null) {
      return " by " + now.appeal().decision().by();
    }
    return now.verdict() == null ? "" : " by " + now.verdict().by();
  }
}
