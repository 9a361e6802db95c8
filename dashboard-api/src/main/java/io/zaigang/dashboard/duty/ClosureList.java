package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.WindowClosure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 窗口停开: when a window is closed with leave. The same window and begin is the same closure. */
@Component
class ClosureList implements SheetKind {

  private static final SheetColumn WINDOW = SheetColumn.required("窗口", Form.TEXT, "3号窗口 不动产登记");
  private static final SheetColumn FROM =
      SheetColumn.required("开始时间", Form.DATE_TIME, "2026-03-02 13:30");
  private static final SheetColumn TO =
      SheetColumn.required("结束时间", Form.DATE_TIME, "2026-03-02 17:00");
  private static final SheetColumn REASON = SheetColumn.required("原因", Form.TEXT, "系统升级");

  private final ClosureStore closures;
  private final DutyReader duty;
  private final SitePlans plans;
  private final ApplicationEventPublisher events;

  ClosureList(
      ClosureStore closures, DutyReader duty, SitePlans plans, ApplicationEventPublisher events) {
    this.closures = closures;
    this.duty = duty;
    this.plans = plans;
    this.events = events;
  }

  @Override
  public String id() {
    return "closures";
  }

  @Override
  public String title() {
    return "窗口停开";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(WINDOW, FROM, TO, REASON);
  }

  @Override
  public Reading<Optional<StoredClosure>> begin() {
    return new ClosureReading();
  }

  private final class ClosureReading implements Reading<Optional<StoredClosure>> {
    private final WindowNames windows = new WindowNames(plans.current().plan());
    private final Map<String, Integer> rowOf = new HashMap<>();

    @Override
    public Optional<StoredClosure> read(RowFields row) {
      Optional<ServiceWindow> window = windows.read(row, WINDOW);
      Instant from = row.dateTime(FROM).atZone(duty.zone()).toInstant();
      Instant to = row.dateTime(TO).atZone(duty.zone()).toInstant();
      String reason = row.text(REASON);
      if (row.isFaultless() && !from.isBefore(to)) {
        row.problem(TO, ProblemCode.ENDS_BEFORE_BEGIN, null);
      }
      if (!row.isFaultless()) {
        return Optional.empty();
      }
      String windowId = window.orElseThrow().id();
      String id = "file:" + windowId + ":" + from.getEpochSecond();
      Integer earlier = rowOf.putIfAbsent(id, row.number());
      if (earlier != null) {
        row.problem(FROM, ProblemCode.REPEATED_ROW, String.valueOf(earlier));
      }
      return Optional.of(new StoredClosure(id, new WindowClosure(windowId, from, to), reason));
    }

    @Override
    public ImportCounts store(List<Optional<StoredClosure>> rows) {
      ImportCounts counts = ImportCounts.NONE;
      for (Optional<StoredClosure> row : rows) {
        StoredClosure wanted = row.orElseThrow();
        Optional<StoredClosure> before = closures.byId(wanted.id());
        if (before.equals(row)) {
          counts = counts.plusUnchanged();
        } else {
          closures.put(wanted);
          counts = before.isEmpty() ? counts.plusAdded() : counts.plusChanged();
        }
      }
      events.publishEvent(new DutyChanged());
      return counts;
    }
  }
}
