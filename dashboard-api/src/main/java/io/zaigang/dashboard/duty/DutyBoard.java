package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.DutyRoster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is expected at every window at a moment, with names. */
@Component
public class DutyBoard {

  private final DutyReader duty;
  private final SitePlans plans;
  private final HallTimes times;

  DutyBoard(DutyReader duty, SitePlans plans, HallTimes times) {
    this.duty = duty;
    this.plans = plans;
    this.times = times;
  }

  /** All windows, in plan order. */
  public List<WindowDutyView> at(Instant moment) {
    LocalDate day = moment.atZone(duty.zone()).toLocalDate();
    DutyRoster roster = duty.roster(day, day);
    Map<String, Staff> staff =
        duty.staff().stream().collect(Collectors.toMap(Staff::id, Function.identity()));
    Map<String, Absence> absences =
        duty.absences(moment, moment.plus(Duration.ofMillis(1))).stream()
            .collect(Collectors.toMap(Absence::id, Function.identity()));
    return plans.current().plan().windows().stream()
        .map(window -> roster.at(window.id(), moment))
        .map(expected -> WindowDutyView.of(expected, staff, absences, times))
        .toList();
  }
}
