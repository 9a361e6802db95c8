package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.ExpectedPerson;
import io.zaigang.domain.duty.ExpectedPerson.Duty;
import io.zaigang.domain.duty.PostRole;
import io.zaigang.domain.duty.WindowDuty;
import io.zaigang.domain.duty.WindowDuty.Opening;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the roster expects at a window. */
public record WindowDutyView(String windowId, Opening opening, List<PersonView> people) {

  /**
   * Someone of the window.
   *
   * @param role null at a guide desk
   * @param absence the leave of someone who is ABSENT, else null
   */
  public record PersonView(
      String staffId,
      String name,
      @Nullable String postId,
      @Nullable PostRole role,
      Duty duty,
      @Nullable AwayView absence) {}

  /** Why and how long someone is away. */
  public record AwayView(AbsenceKind kind, OffsetDateTime from, OffsetDateTime to) {}

  static WindowDutyView of(
      WindowDuty duty, Map<String, Staff> staff, Map<String, Absence> absences, HallTimes times) {
    return new WindowDutyView(
        duty.windowId(),
        duty.opening(),
        duty.people().stream().map(person -> person(person, staff, absences, times)).toList());
  }

  private static PersonView person(
      ExpectedPerson person,
      Map<String, Staff> staff,
      Map<String, Absence> absences,
      HallTimes times) {
    Staff known = staff.get(person.personId());
    Absence absence = person.absenceId() == null ? null : absences.get(person.absenceId());
    return new PersonView(
        person.personId(),
        known == null ? person.personId() : known.name(),
        person.postId(),
        person.role(),
        person.duty(),
        absence == null
            ? null
            : new AwayView(absence.kind(), times.at(absence.from()), times.at(absence.to())));
  }
}
