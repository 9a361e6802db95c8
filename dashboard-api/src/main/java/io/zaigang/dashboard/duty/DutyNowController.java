package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.DutyRoster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is expected where: for the desk's cards and for the duty page. */
@RestController
class DutyNowController {

  private final DutyReader duty;
  private final SitePlans plans;
  private final HallTimes times;
  private final Clock clock;

  DutyNowController(DutyReader duty, SitePlans plans, HallTimes times, Clock clock) {
    this.duty = duty;
    this.plans = plans;
    this.times = times;
    this.clock = clock;
  }

  /** Who the roster expects at each window, in plan order: now, or at an instant. */
  @GetMapping("/api/duty/now")
  List<WindowDutyView> now(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime at) {
    Instant moment = at == null ? clock.instant() : at.toInstant();
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
