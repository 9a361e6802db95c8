package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.duty.StoredAbsence.Source;
import io.zaigang.dashboard.duty.StoredAbsence.Step;
import io.zaigang.dashboard.duty.StoredAbsence.StepVerdict;
import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import io.zaigang.domain.duty.Absence;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 外出请假: absences with their approvals. The same person and begin is the same absence. */
@Component
class AbsenceList implements SheetKind {

  private static final SheetColumn KIND = SheetColumn.required("类型", Form.TEXT, "请假");
  private static final SheetColumn FROM =
      SheetColumn.required("开始时间", Form.DATE_TIME, "2026-03-02 08:30");
  private static final SheetColumn TO =
      SheetColumn.required("结束时间", Form.DATE_TIME, "2026-03-02 12:00");
  private static final SheetColumn ASKED =
      SheetColumn.required("申请时间", Form.DATE_TIME, "2026-03-01 16:20");
  private static final SheetColumn STATE = SheetColumn.required("审批结果", Form.TEXT, "同意");
  private static final SheetColumn APPROVER = SheetColumn.optional("审批人", Form.TEXT, "李四；王五");
  private static final SheetColumn REASON = SheetColumn.optional("事由", Form.TEXT, "");

  private static final Map<String, AbsenceKind> KINDS = kinds();
  private static final Map<String, AbsenceState> STATES = states();

  private final AbsenceStore absences;
  private final StaffStore staff;
  private final DutyReader duty;
  private final ApplicationEventPublisher events;

  AbsenceList(
      AbsenceStore absences, StaffStore staff, DutyReader duty, ApplicationEventPublisher events) {
    this.absences = absences;
    this.staff = staff;
    this.duty = duty;
    this.events = events;
  }

  private static Map<String, AbsenceKind> kinds() {
    Map<String, AbsenceKind> kinds = new LinkedHashMap<>();
    kinds.put("临时外出", AbsenceKind.OUTING);
    kinds.put("请假", AbsenceKind.LEAVE);
    kinds.put("公出差", AbsenceKind.OFFICIAL_TRIP);
    kinds.put("抽调", AbsenceKind.SECONDMENT);
    return kinds;
  }

  private static Map<String, AbsenceState> states() {
    Map<String, AbsenceState> states = new LinkedHashMap<>();
    states.put("同意", AbsenceState.APPROVED);
    states.put("不同意", AbsenceState.REJECTED);
    states.put("审批中", AbsenceState.PENDING);
    states.put("撤回", AbsenceState.WITHDRAWN);
    return states;
  }

  @Override
  public String id() {
    return "absences";
  }

  @Override
  public String title() {
    return "外出请假";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(StaffRoll.ID, StaffRoll.NAME, KIND, FROM, TO, ASKED, STATE, APPROVER, REASON);
  }

  @Override
  public Reading<Optional<StoredAbsence>> begin() {
    return new AbsenceReading();
  }

  private final class AbsenceReading implements Reading<Optional<StoredAbsence>> {
    private final StaffRoll roll = new StaffRoll(staff.all());
    private final Map<String, Integer> rowOf = new HashMap<>();

    @Override
    public Optional<StoredAbsence> read(RowFields row) {
      String person = roll.read(row);
      Optional<AbsenceKind> kind = row.oneOf(KIND, KINDS);
      Instant from = row.dateTime(FROM).atZone(duty.zone()).toInstant();
      Instant to = row.dateTime(TO).atZone(duty.zone()).toInstant();
      Instant asked = row.dateTime(ASKED).atZone(duty.zone()).toInstant();
      Optional<AbsenceState> state = row.oneOf(STATE, STATES);
      String approvers = row.textOrNull(APPROVER);
      String reason = row.textOrNull(REASON);
      if (!row.isFaultless() || !fits(row, kind.orElseThrow(), from, to)) {
        return Optional.empty();
      }
      String id = "file:" + person + ":" + from.getEpochSecond();
      Integer earlier = rowOf.putIfAbsent(id, row.number());
      if (earlier != null) {
        row.problem(FROM, ProblemCode.REPEATED_ROW, String.valueOf(earlier));
      }
      Absence absence =
          new Absence(id, person, kind.orElseThrow(), asked, from, to, state.orElseThrow());
      return Optional.of(
          new StoredAbsence(absence, reason, Source.FILE, steps(approvers, state.orElseThrow())));
    }

    private static boolean fits(RowFields row, AbsenceKind kind, Instant from, Instant to) {
      if (!from.isBefore(to)) {
        row.problem(TO, ProblemCode.ENDS_BEFORE_BEGIN, null);
      } else if (!kind.allows(Duration.between(from, to))) {
        row.problem(TO, ProblemCode.OUTING_TOO_LONG, AbsenceKind.LEAVE_FROM.toHours() + " h");
      }
      return row.isFaultless();
    }

    /** The file says how it ended, and who was asked; when each of them answered it does not. */
    private static List<Step> steps(@Nullable String approvers, AbsenceState state) {
      if (approvers == null) {
        return List.of();
      }
      StepVerdict verdict =
          switch (state) {
            case APPROVED -> StepVerdict.APPROVED;
            case REJECTED -> StepVerdict.REJECTED;
            case PENDING, WITHDRAWN -> StepVerdict.PENDING;
          };
      List<Step> steps = new ArrayList<>();
      for (String name : approvers.split("[;；、,，]")) {
        if (!name.isBlank()) {
          steps.add(new Step(name.strip(), null, verdict, null));
        }
      }
      return steps;
    }

    @Override
    public ImportCounts store(List<Optional<StoredAbsence>> rows) {
      ImportCounts counts = ImportCounts.NONE;
      for (Optional<StoredAbsence> row : rows) {
        StoredAbsence wanted = row.orElseThrow();
        Optional<StoredAbsence> before = absences.byId(wanted.absence().id());
        if (before.equals(row)) {
          counts = counts.plusUnchanged();
        } else {
          absences.put(wanted);
          counts = before.isEmpty() ? counts.plusAdded() : counts.plusChanged();
        }
      }
      events.publishEvent(new DutyChanged());
      return counts;
    }
  }
}
