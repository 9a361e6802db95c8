package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.duty.DutyAssignment;
import io.zaigang.domain.duty.PostRole;
import io.zaigang.domain.site.ServiceWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** AB岗安排: who works at which window, from when to when. */
@Component
class AssignmentList implements SheetKind {

  private static final SheetColumn WINDOW = SheetColumn.required("窗口", Form.TEXT, "3号窗口 不动产登记");
  private static final SheetColumn POST = SheetColumn.optional("岗位", Form.TEXT, "");
  private static final SheetColumn ROLE = SheetColumn.required("角色", Form.TEXT, "A岗");
  private static final SheetColumn FROM = SheetColumn.required("开始日期", Form.DATE, "2026-03-01");
  private static final SheetColumn UNTIL = SheetColumn.optional("结束日期", Form.DATE, "");

  private static final Map<String, PostRole> ROLES = roles();
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final DutyStore duties;
  private final StaffStore staff;
  private final SitePlans plans;
  private final ApplicationEventPublisher events;

  AssignmentList(
      DutyStore duties, StaffStore staff, SitePlans plans, ApplicationEventPublisher events) {
    this.duties = duties;
    this.staff = staff;
    this.plans = plans;
    this.events = events;
  }

  private static Map<String, PostRole> roles() {
    Map<String, PostRole> roles = new LinkedHashMap<>();
    roles.put("A岗", PostRole.A);
    roles.put("B岗", PostRole.B);
    roles.put("A", PostRole.A);
    roles.put("B", PostRole.B);
    return roles;
  }

  @Override
  public String id() {
    return "assignments";
  }

  @Override
  public String title() {
    return "AB岗安排";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(StaffRoll.ID, StaffRoll.NAME, WINDOW, POST, ROLE, FROM, UNTIL);
  }

  @Override
  public Reading<Optional<DutyAssignment>> begin() {
    return new AssignmentReading();
  }

  private record Place(String personId, String windowId) {}

  private final class AssignmentReading implements Reading<Optional<DutyAssignment>> {
    private final StaffRoll roll = new StaffRoll(staff.all());
    private final WindowNames windows = new WindowNames(plans.current().plan());
    private final Map<Place, List<DutyAssignment>> known = new HashMap<>();

    AssignmentReading() {
      duties.assignments(FIRST, LAST).forEach(a -> at(a).add(a));
    }

    private List<DutyAssignment> at(DutyAssignment assignment) {
      return known.computeIfAbsent(
          new Place(assignment.personId(), assignment.windowId()), place -> new ArrayList<>());
    }

    @Override
    public Optional<DutyAssignment> read(RowFields row) {
      String person = roll.read(row);
      Optional<ServiceWindow> window = windows.read(row, WINDOW);
      @Nullable String post = window.map(w -> windows.postId(row, POST, w)).orElse(null);
      Optional<PostRole> role = row.oneOf(ROLE, ROLES);
      LocalDate from = row.date(FROM);
      LocalDate until = row.dateOrNull(UNTIL);
      if (!row.isFaultless()) {
        return Optional.empty();
      }
      if (until != null && until.isBefore(from)) {
        row.problem(UNTIL, ProblemCode.ENDS_BEFORE_BEGIN, from.toString());
        return Optional.empty();
      }
      DutyAssignment assignment =
          new DutyAssignment(
              person, window.orElseThrow().id(), post, role.orElseThrow(), from, until);
      refuseOverlap(row, assignment);
      return Optional.of(assignment);
    }

    /** The same begin is the same assignment, changed; any other must not overlap. */
    private void refuseOverlap(RowFields row, DutyAssignment assignment) {
      List<DutyAssignment> others = at(assignment);
      others.removeIf(other -> other.from().equals(assignment.from()));
      others.stream()
          .filter(assignment::overlaps)
          .findFirst()
          .ifPresent(
              other ->
                  row.problem(
                      FROM,
                      ProblemCode.OVERLAPS,
                      other.from() + " – " + (other.until() == null ? "" : other.until())));
      others.add(assignment);
    }

    @Override
    public ImportCounts store(List<Optional<DutyAssignment>> rows) {
      ImportCounts counts = ImportCounts.NONE;
      for (Optional<DutyAssignment> row : rows) {
        DutyAssignment wanted = row.orElseThrow();
        Optional<DutyAssignment> before =
            duties.assignmentsOf(wanted.personId(), wanted.windowId()).stream()
                .filter(a -> a.from().equals(wanted.from()))
                .findFirst();
        if (before.equals(row)) {
          counts = counts.plusUnchanged();
        } else {
          duties.put(wanted);
          counts = before.isEmpty() ? counts.plusAdded() : counts.plusChanged();
        }
      }
      events.publishEvent(new DutyChanged());
      return counts;
    }
  }
}
