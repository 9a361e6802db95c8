package io.zaigang.dashboard.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.sheet.Sheets;

/** The people of the test hall, brought in through the imports as an administrator does. */
public final class HallPeople {

  private HallPeople() {}

  /** 张三 (1001, signs in as zhang) A岗 and 李四 (1002) B岗 of w03; 王五 (1003, wang) A岗 of w04. */
  public static void arrive(Caller admin) {
    store(
        admin,
        "staff",
        "工号,姓名,主管单位,登录名,到岗日期",
        "1001,张三,县自然资源和规划局,zhang,2025-01-01",
        "1002,李四,县自然资源和规划局,,2025-01-01",
        "1003,王五,县人力资源和社会保障局,wang,2025-01-01");
    store(
        admin,
        "assignments",
        "工号,窗口,岗位,角色,开始日期",
        "1001,w03,A岗,A岗,2025-01-01",
        "1002,w03,,B岗,2025-01-01",
        "1003,4号窗口 社会保险,,A岗,2025-01-01");
  }

  /** Imports a list and expects all of it to be stored. */
  public static void store(Caller admin, String kind, String... lines) {
    var report = Sheets.store(admin, kind, Sheets.csv(lines));
    assertThat(report.path("stored").asBoolean()).as(report.toString()).isTrue();
  }
}
