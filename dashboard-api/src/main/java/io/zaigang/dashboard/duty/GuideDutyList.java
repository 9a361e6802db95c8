package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.duty.DutyShift;
import io.zaigang.domain.duty.GuideDuty;
import io.zaigang.domain.site.ServiceWindow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 导服台值班表, a month at a time: for each day in the file it replaces what was there. */
@Component
class GuideDutyList implements SheetKind {

  private static final SheetColumn DATE = SheetColumn.required("日期", Form.DATE, "2026-03-02");
  private static final SheetColumn SHIFT = SheetColumn.required("班次", Form.TEXT, "上午");
  private static final SheetColumn WINDOW = SheetColumn.optional("导服台", Form.TEXT, "导服台");

  private static final Map<String, DutyShift> SHIFTS = shifts();

  private record Day(String windowId, LocalDate date) {}

  private final DutyStore duties;
  private final StaffStore staff;
  private final SitePlans plans;
  private final ApplicationEventPublisher events;

  GuideDutyList(
      DutyStore duties, StaffStore staff, SitePlans plans, ApplicationEventPublisher events) {
    this.duties = duties;
    this.staff = staff;
    this.plans = plans;
    this.events = events;
  }

  private static Map<String, DutyShift> shifts() {
    Map<String, DutyShift> shifts = new LinkedHashMap<>();
    shifts.put("上午", DutyShift.MORNING);
    shifts.put("下午", DutyShift.AFTERNOON);
    shifts.put("全天", DutyShift.DAY);
    return shifts;
  }

  @Override
  public String id() {
    return "guide-duty";
  }

  @Override
  public String title() {
    return "导服台值班表";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(DATE, SHIFT, StaffRoll.ID, StaffRoll.NAME, WINDOW);
  }

  @Override
  public Reading<Optional<GuideDuty>> begin() {
    return new GuideReading();
  }

  private final class GuideReading implements Reading<Optional<GuideDuty>> {
    private final StaffRoll roll = new StaffRoll(staff.all());
    private final WindowNames windows = new WindowNames(plans.current().plan());
    private final Map<GuideDuty, Integer> rowOf = new HashMap<>();

    @Override
    public Optional<GuideDuty> read(RowFields row) {
      LocalDate date = row.date(DATE);
      Optional<DutyShift> shift = row.oneOf(SHIFT, SHIFTS);
      String person = roll.read(row);
      Optional<ServiceWindow> window = windows.guideDesk(row, WINDOW);
      if (!row.isFaultless()) {
        return Optional.empty();
      }
      GuideDuty duty = new GuideDuty(person, window.orElseThrow().id(), date, shift.orElseThrow());
      Integer earlier = rowOf.putIfAbsent(duty, row.number());
      if (earlier != null) {
        row.problem(StaffRoll.ID, ProblemCode.REPEATED_ROW, String.valueOf(earlier));
      }
      return Optional.of(duty);
    }

    @Override
    public ImportCounts store(List<Optional<GuideDuty>> rows) {
      Set<GuideDuty> wanted = new HashSet<>();
      Set<Day> days = new HashSet<>();
      rows.forEach(
          row -> {
            GuideDuty duty = row.orElseThrow();
            wanted.add(duty);
            days.add(new Day(duty.windowId(), duty.date()));
          });
      int removed = 0;
      for (Day day : days) {
        removed += duties.removeOthers(day.windowId(), day.date(), wanted);
      }
      int added = 0;
      for (GuideDuty duty : wanted) {
        added += duties.add(duty) ? 1 : 0;
      }
      events.publishEvent(new DutyChanged());
      return new ImportCounts(added, removed, wanted.size() - added);
    }
  }
}
