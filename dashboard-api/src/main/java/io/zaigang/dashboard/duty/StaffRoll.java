package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the person a row of a list is about: by 工号, and by name where the row has one. */
public final class StaffRoll {

  public static final SheetColumn ID = SheetColumn.required("工号", Form.TEXT, "1001");

  /** Not needed; where it is given it has to fit, so that a row that slipped is noticed. */
  public static final SheetColumn NAME = SheetColumn.optional("姓名", Form.TEXT, "张三");

  private final Map<String, Staff> byId = new HashMap<>();

  public StaffRoll(List<Staff> staff) {
    staff.forEach(person -> byId.put(person.id(), person));
  }

  /** The id of a known person; anything else is noted as a problem of the row. */
  public String read(RowFields row) {
    String id = row.text(ID);
    String name = row.textOrNull(NAME);
    Staff person = byId.get(id);
    if (id.isEmpty()) {
      return id;
    }
    if (person == null) {
      row.problem(ID, ProblemCode.UNKNOWN_STAFF, null);
    } else if (name != null && !name.equals(person.name())) {
      row.problem(NAME, ProblemCode.OTHER_NAME, person.name());
    }
    return id;
  }
}
