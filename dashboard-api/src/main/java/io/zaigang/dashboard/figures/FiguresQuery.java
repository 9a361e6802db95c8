package io.zaigang.dashboard.figures;

import io.zaigang.dashboard.figures.Figures.DayFigures;
import io.zaigang.dashboard.figures.Figures.HourFigures;
import io.zaigang.dashboard.figures.Figures.WindowFigures;
import io.zaigang.dashboard.figures.FiguresStore.Sum;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the sums of occupancy and of incidents side by side. */
@Service
class FiguresQuery {

  private final FiguresStore store;
  private final SitePlans plans;
  private final Clock clock;

  FiguresQuery(FiguresStore store, SitePlans plans, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.clock = clock;
  }

  Figures figures(FiguresSpan span) {
    SitePlan plan = plans.current().plan();
    List<Sum<Staffing>> staffing = store.staffing(span);
    List<Sum<Findings>> findings = store.findings(span, plan.hall().timeZone(), clock.instant());
    return new Figures(
        span.from(),
        span.to(),
        total(staffing, Staffing.NONE),
        total(findings, Findings.NONE),
        windows(plan, span, by(staffing, Sum::windowId), by(findings, Sum::windowId)),
        days(by(staffing, Sum::day), by(findings, Sum::day)),
        hours(by(staffing, Sum::hour), by(findings, Sum::hour)));
  }

  private static List<WindowFigures> windows(
      SitePlan plan,
      FiguresSpan span,
      Map<String, Staffing> staffing,
      Map<String, Findings> findings) {
    Set<String> ids = new LinkedHashSet<>();
    plan.windows().stream()
        .map(ServiceWindow::id)
        .filter(id -> span.windowIds().isEmpty() || span.windowIds().contains(id))
        .forEach(ids::add);
    ids.addAll(new TreeSet<>(staffing.keySet()));
    ids.addAll(new TreeSet<>(findings.keySet()));
    List<WindowFigures> windows = new ArrayList<>();
    for (String id : ids) {
      ServiceWindow window = plan.window(id).orElse(null);
      windows.add(
          new WindowFigures(
              id,
              window == null ? id : window.name(),
              window == null ? "" : window.unit(),
              staffing.getOrDefault(id, Staffing.NONE),
              findings.getOrDefault(id, Findings.NONE)));
    }
    return windows;
  }

  private static <K> Set<K> keys(Map<K, Staffing> staffing, Map<K, Findings> findings) {
    Set<K> keys = new TreeSet<>(staffing.keySet());
    keys.addAll(findings.keySet());
    return keys;
  }

  private static List<DayFigures> days(
      Map<LocalDate, Staffing> staffing, Map<LocalDate, Findings> findings) {
    return keys(staffing, findings).stream()
        .map(
            day ->
                new DayFigures(
                    day,
                    staffing.getOrDefault(day, Staffing.NONE),
                    findings.getOrDefault(day, Findings.NONE)))
        .toList();
  }

  private static List<HourFigures> hours(
      Map<Integer, Staffing> staffing, Map<Integer, Findings> findings) {
    return keys(staffing, findings).stream()
        .map(
            hour ->
                new HourFigures(
                    hour,
                    staffing.getOrDefault(hour, Staffing.NONE),
                    findings.getOrDefault(hour, Findings.NONE)))
        .toList();
  }

  private static <T> T total(List<Sum<T>> sums, T none) {
    return sums.stream().filter(Sum::total).map(Sum::value).findFirst().orElse(none);
  }

  private static <K, T> Map<K, T> by(List<Sum<T>> sums, Function<Sum<T>, @Nullable K> key) {
    Map<K, T> values = new HashMap<>();
    for (Sum<T> sum : sums) {
      K found = key.apply(sum);
      if (found != null) {
        values.put(Objects.requireNonNull(found), sum.value());
      }
    }
    return values;
  }
}
