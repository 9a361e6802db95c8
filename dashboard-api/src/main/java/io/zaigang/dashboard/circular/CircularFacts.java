package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.duty.DutyReader;
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
import io.zaigang.domain.site.WindowClosure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a circular is counted from, as things stand now. */
@Component
class CircularFacts {

  private final List<OffenceSource> sources;
  private final OccupancyTotals occupancy;
  private final DutyReader duty;
  private final SitePlans plans;
  private final CircularSettings settings;

  CircularFacts(
      List<OffenceSource> sources,
      OccupancyTotals occupancy,
      DutyReader duty,
      SitePlans plans,
      CircularSettings settings) {
    this.sources = sources;
    this.occupancy = occupancy;
    this.duty = duty;
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
    return new Offences(
        zone(),
        settings.policy(),
        sources.stream().flatMap(source -> source.offences(from, to).stream()).toList(),
        sources.stream().flatMap(source -> source.contested(from, to).stream()).toList());
  }

  /**
   * Offences, reaching back as far as counting needs.
   *
   * @param all those that count
   * @param contested those under an open appeal
   */
  record Offences(
      ZoneId zone, EscalationPolicy policy, List<Offence> all, List<Offence> contested) {

    /** These, and what a published circular says that is contested and not decided. */
    Offences heldSince(CircularInputs published) {
      Set<String> said = new HashSet<>();
      published.offences().forEach(offence -> said.add(offence.id()));
      published.earlier().forEach(offence -> said.add(offence.id()));
      return new Offences(
          zone,
          policy,
          Stream.concat(
                  all.stream(), contested.stream().filter(offence -> said.contains(offence.id())))
              .toList(),
          List.of());
    }

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
    WorkingCalendar calendar = duty.calendar();
    List<WorkingPeriod> periods =
        IntStream.range(0, 7)
            .mapToObj(week.monday()::plusDays)
            .flatMap(day -> calendar.periodsOf(day).stream())
            .toList();
    List<WindowClosure> closures = duty.closures(week.start(zone()), week.end(zone()));
    return plans.current().plan().windows().stream()
        .map(window -> window(window, open(window.id(), periods, closures)))
        .toList();
  }

  private CircularWindow window(ServiceWindow window, List<WorkingPeriod> periods) {
    OccupancyTotals.Seconds seconds = occupancy.of(window.id(), periods);
    long working =
        periods.stream()
            .mapToLong(period -> Duration.between(period.start(), period.end()).toSeconds())
            .sum();
    WindowTime time =
        new WindowTime(
            Math.max(0, working - seconds.exempt()),
            seconds.staffed(),
            seconds.empty(),
            seconds.blind());
    return new CircularWindow(window.id(), window.name(), window.unit(), time);
  }

  /** Working time in which the window was not closed. */
  private static List<WorkingPeriod> open(
      String windowId, List<WorkingPeriod> periods, List<WindowClosure> closures) {
    List<WorkingPeriod> open = new ArrayList<>(periods);
    for (WindowClosure closure : closures) {
      if (closure.windowId().equals(windowId)) {
        open =
            open.stream().flatMap(period -> period.without(closure.from(), closure.to())).toList();
      }
    }
    return open;
  }
}
