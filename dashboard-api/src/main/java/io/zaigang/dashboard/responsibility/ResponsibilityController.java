package io.zaigang.dashboard.responsibility;

import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.duty.Responsibility;
import io.zaigang.domain.vacancy.VacancyCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a vacancy, for the desk. */
@RestController
class ResponsibilityController {

  private final ResponsibilityStore store;
  private final DutyReader duty;

  ResponsibilityController(ResponsibilityStore store, DutyReader duty) {
    this.store = store;
    this.duty = duty;
  }

  /** Someone who answers. */
  record AnswerablePerson(String staffId, String name, String unit) {}

  /**
   * Who answers for a vacancy, by roster and absences.
   *
   * @param people empty where the roster names nobody: then the window's unit answers
   */
  record ResponsibilityView(VacancyCause cause, List<AnswerablePerson> people) {}

  /** Of one incident; 404 where it is no vacancy. */
  @GetMapping("/api/incidents/{id}/responsibility")
  ResponsibilityView responsibility(@PathVariable String id) {
    Responsibility found =
        Optional.ofNullable(store.of(List.of(id)).get(id))
            .orElseThrow(() -> new NotFound("Only vacancies have a cause"));
    Map<String, Staff> staff =
        duty.staff().stream().collect(Collectors.toMap(Staff::id, Function.identity()));
    return new ResponsibilityView(
        found.cause(),
        found.personIds().stream()
            .flatMap(person -> Optional.ofNullable(staff.get(person)).stream())
            .map(person -> new AnswerablePerson(person.id(), person.name(), person.unit()))
            .toList());
  }
}
