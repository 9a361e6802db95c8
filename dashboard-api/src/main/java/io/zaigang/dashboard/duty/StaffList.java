package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 人员名单. A person left out of the file stays as is. */
@Component
class StaffList implements SheetKind {

  private static final SheetColumn NAME = SheetColumn.required("姓名", Form.TEXT, "张三");
  private static final SheetColumn UNIT = SheetColumn.required("主管单位", Form.TEXT, "县自然资源和规划局");
  private static final SheetColumn USERNAME = SheetColumn.optional("登录名", Form.TEXT, "zhangsan");
  private static final SheetColumn DINGTALK =
      SheetColumn.optional("钉钉UserID", Form.TEXT, "0123456789");
  private static final SheetColumn FROM = SheetColumn.required("到岗日期", Form.DATE, "2026-03-01");
  private static final SheetColumn UNTIL = SheetColumn.optional("离岗日期", Form.DATE, "");

  private final StaffStore store;

  StaffList(StaffStore store) {
    this.store = store;
  }

  @Override
  public String id() {
    return "staff";
  }

  @Override
  public String title() {
    return "人员名单";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(StaffRoll.ID, NAME, UNIT, USERNAME, DINGTALK, FROM, UNTIL);
  }

  @Override
  public Reading<Staff> begin() {
    return new StaffReading();
  }

  private final class StaffReading implements Reading<Staff> {
    private final Map<String, Staff> stored = new HashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<String, String> holder = new HashMap<>();

    StaffReading() {
      for (Staff person : store.all()) {
        stored.put(person.id(), person);
        hold("login", person.username(), person.id());
        hold("dingtalk", person.dingtalkUserId(), person.id());
      }
    }

    @Override
    public Staff read(RowFields row) {
      String id = row.text(StaffRoll.ID);
      Integer earlier = rowOf.putIfAbsent(id, row.number());
      if (earlier != null && !id.isEmpty()) {
        row.problem(StaffRoll.ID, ProblemCode.REPEATED_ROW, String.valueOf(earlier));
      }
      String username = row.textOrNull(USERNAME);
      String dingtalk = row.textOrNull(DINGTALK);
      refuseTaken(row, USERNAME, hold("login", username, id), id);
      refuseTaken(row, DINGTALK, hold("dingtalk", dingtalk, id), id);
      LocalDate from = row.date(FROM);
      LocalDate until = row.dateOrNull(UNTIL);
      if (until != null && until.isBefore(from) && row.isFaultless()) {
        row.problem(UNTIL, ProblemCode.ENDS_BEFORE_BEGIN, from.toString());
      }
      return new Staff(id, row.text(NAME), row.text(UNIT), username, dingtalk, from, until);
    }

    private String hold(String what, @Nullable String value, String id) {
      return value == null
          ? id
          : holder.computeIfAbsent(what + " " + value.toLowerCase(Locale.ROOT), key -> id);
    }

    private static void refuseTaken(RowFields row, SheetColumn column, String holder, String id) {
      if (!holder.equals(id)) {
        row.problem(column, ProblemCode.TAKEN, holder);
      }
    }

    @Override
    public ImportCounts store(List<Staff> rows) {
      ImportCounts counts = ImportCounts.NONE;
      for (Staff person : rows) {
        Staff before = stored.get(person.id());
        if (person.equals(before)) {
          counts = counts.plusUnchanged();
        } else {
          store.put(person);
          counts = before == null ? counts.plusAdded() : counts.plusChanged();
        }
      }
      return counts;
    }
  }
}
