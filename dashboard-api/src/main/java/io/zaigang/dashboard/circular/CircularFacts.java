package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.occupancy.OccupancyTotals;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWeek;
import io.zaigang.domain.circular.CircularWindow;
import io.zaigang.domain.circular.Correction;
import io.zaigang.domain.circular.EscalationPolicy;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.WindowTime;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gathers what a circular is counted from, as things stand now. */
@Component
class CircularFacts {

  private final List<OffenceSource> sources;
  private final OccupancyTotals occupancy;
  private final SitePlans plans;
  private final CircularSettings settings;

  CircularFacts(
      List<OffenceSource> sources,
      OccupancyTotals occupancy,
      SitePlans plans,
      CircularSettings settings) {
    this.sources = sources;
    this.occupancy = occupancy;
    this.plans = plans;
    this.settings = settings;
  }

  ZoneId zone() {
    return plans.current().plan().hall().timeZone();
  }

  /** Offences of some weeks and of everything before that may count together with them. */
  Offences offences(CircularWeek first, CircularWeek last) {
    Instant from = settings.policy().span().startFor(first.start(zone()), zone());
    Instant to = last.end(zone());
    List<Offence> all =
        sources.stream()
            .flatMap(source -> source.offences(from, to).stream())
            .sorted(Offence.IN_ORDER)
            .toList();
    return new Offences(zone(), settings.policy(), all);
  }

  /**
   * Offences in order.
   *
   * @param all reaching back as far as counting needs
   */
  record Offences(ZoneId zone, EscalationPolicy policy, List<Offence> all) {

    /** What a week is counted from. */
    CircularInputs inputs(
        CircularWeek week, List<CircularWindow> windows, List<Correction> corrections) {
      Instant earliest = policy.span().startFor(week.start(zone), zone);
      return new CircularInputs(
          week,
          zone,
          policy,
          windows,
          all.stream().filter(o -> week.holds(o.countedAt(), zone)).toList(),
          all.stream()
              .filter(o -> o.countedAt().isBefore(week.start(zone)))
              .filter(o -> !o.countedAt().isBefore(earliest))
              .map(Offence::asEarlier)
              .toList(),
          corrections);
    }
  }

  /** The windows of the plan and how their week's working time was spent. */
  List<CircularWindow> windows(CircularWeek week) {
    SitePlan plan = plans.current().plan();
    WorkingCalendar calendar = new WorkingCalendar(plan.calendar(), zone());
    List<WorkingPeriod> periods =
        IntStream.range(0, 7)
            .mapToObj(week.monday()::plusDays)
            .flatMap(day -> calendar.periodsOf(day).stream())
            .toList();
    return plan.windows().stream().map(window -> window(window, periods)).toList();
  }

  private CircularWindow window(ServiceWindow window, List<WorkingPeriod> periods) {
    OccupancyTotals.Seconds seconds = occupancy.of(window.id(), periods);
    long working =
        periods.stream()
            .map(p -> Duration.between(p.start(), p.end()))
            .mapToLong(Duration::toSeconds)
            .sum();
    WindowTime time =
        new WindowTime(
            Math.max(0, working - seconds.exempt()),
            seconds.staffed(),
            seconds.empty(),
            seconds.blind());
    return new CircularWindow(window.id(), window.name(), window.unit(), time);
  }
}
