package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.DingtalkSettings.Fields;
import io.zaigang.dashboard.duty.AbsenceStore;
import io.zaigang.dashboard.duty.DutyChanged;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StoredAbsence;
import io.zaigang.dashboard.duty.StoredAbsence.Source;
import io.zaigang.dashboard.makeup.MakeUps;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import io.zaigang.domain.punch.DuePunch;
import io.zaigang.domain.punch.DuePunches;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns approval forms into absences and 补卡 requests. The same form again changes nothing. */
@Component
class ApprovalTaker {

  /** A make-up names a time near the punch that was missed. */
  private static final Duration NEAR = Duration.ofHours(2);

  /** What is wrong with a form; it waits until somebody has mended it. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  private final DutyReader duty;
  private final AbsenceStore absences;
  private final MakeUps makeUps;
  private final DingtalkSettings settings;
  private final ApplicationEventPublisher events;

  ApprovalTaker(
      DutyReader duty,
      AbsenceStore absences,
      MakeUps makeUps,
      DingtalkSettings settings,
      ApplicationEventPublisher events) {
    this.duty = duty;
    this.absences = absences;
    this.makeUps = makeUps;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Takes a form.
   *
   * @return whether it changed anything
   * @throws Unusable for a form that says nothing usable
   */
  @Transactional
  public boolean take(DingtalkProcess process, Approval approval) throws Unusable {
    Staff person =
        duty.staff().stream()
            .filter(staff -> approval.userId().equals(staff.dingtalkUserId()))
            .findFirst()
            .orElseThrow(() -> new Unusable("nobody on the staff list has this DingTalk user id"));
    Optional<AbsenceKind> kind = process.absence();
    return kind.isPresent()
        ? takeAbsence(kind.get(), approval, person)
        : takeMakeUp(approval, person);
  }

  private boolean takeAbsence(AbsenceKind kind, Approval approval, Staff person) throws Unusable {
    Fields titles = settings.fields();
    Instant from = time(approval, titles.from(), LocalTime.MIN);
    Instant to = time(approval, titles.to(), LocalTime.MAX);
    if (!from.isBefore(to)) {
      throw new Unusable("it ends before it begins");
    }
    Absence absence =
        new Absence(
            "dingtalk:" + approval.id(),
            person.id(),
            kind,
            approval.createdAt(),
            from,
            to,
            approval.state());
    StoredAbsence wanted =
        new StoredAbsence(
            absence, approval.fields().get(titles.reason()), Source.DINGTALK, approval.steps());
    if (absences.byId(absence.id()).equals(Optional.of(wanted))) {
      return false;
    }
    absences.put(wanted);
    events.publishEvent(new DutyChanged());
    return true;
  }

  /** Whatever DingTalk's approver said: here it is decided by what the footage shows. */
  private boolean takeMakeUp(Approval approval, Staff person) throws Unusable {
    if (approval.state() == AbsenceState.WITHDRAWN) {
      return false;
    }
    Fields titles = settings.fields();
    Instant at = time(approval, titles.makeUpTime(), LocalTime.MIN);
    LocalDate day = at.atZone(duty.zone()).toLocalDate();
    DuePunch due =
        new DuePunches(duty.calendar())
            .of(person.id(), day).stream()
                .min(Comparator.comparing(d -> Duration.between(d.dueAt(), at).abs()))
                .filter(d -> Duration.between(d.dueAt(), at).abs().compareTo(NEAR) <= 0)
                .orElseThrow(() -> new Unusable("no punch was due near " + titles.makeUpTime()));
    String reason = approval.fields().getOrDefault(titles.reason(), "");
    return makeUps.take(
        "dt-" + approval.id(),
        new MakeUps.Wanted(
            person.id(), due.dueAt(), due.direction(), reason.isBlank() ? "钉钉补卡" : reason),
        approval.createdAt());
  }

  private Instant time(Approval approval, String field, LocalTime onDaysAlone) throws Unusable {
    String text = approval.fields().get(field);
    if (text == null || text.isBlank()) {
      throw new Unusable("the field " + field + " is missing");
    }
    ZoneId zone = duty.zone();
    try {
      String plain = text.strip();
      return plain.length() <= 10
          ? LocalDate.parse(plain).atTime(onDaysAlone).atZone(zone).toInstant()
          : LocalDateTime.parse(plain.replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new Unusable("the field " + field + " holds no time");
    }
  }
}
