package io.zaigang.dashboard.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that all exports share, in the hall's own words. */
final class FiguresColumns {

  static final List<String> WINDOW = List.of("窗口", "主管单位");
  static final List<String> DAY = List.of("日期");
  static final List<String> HOUR = List.of("时段");

  private static final List<String> FIGURES =
      List.of(
          "在岗率",
          "覆盖率",
          "在岗（分钟）",
          "无人（分钟）",
          "看不到（分钟）",
          "看手机（分钟）",
          "空岗（次）",
          "空岗（分钟）",
          "离岗有人顶岗（次）",
          "长时间看手机（次）",
          "聚集说话（次）",
          "已确认（次）");

  private static final double MINUTE = 60;

  private FiguresColumns() {}

  static List<String> headings(List<String> keys) {
    return Stream.concat(keys.stream(), FIGURES.stream()).toList();
  }

  /** Values in the order of the headings; null where there is nothing to divide by. */
  static List<@Nullable Double> values(Staffing staffing, Findings findings) {
    return Arrays.asList(
        rounded(staffing.onPostRate()),
        rounded(staffing.coverage()),
        minutes(staffing.staffedSeconds()),
        minutes(staffing.emptySeconds()),
        minutes(staffing.blindSeconds()),
        minutes(staffing.phoneSeconds()),
        (double) findings.vacancies(),
        minutes(findings.vacancySeconds()),
        (double) findings.unattended(),
        (double) findings.phoneUses(),
        (double) findings.gatherings(),
        (double) findings.confirmed());
  }

  static String hour(int hour) {
    return "%02d:00–%02d:00".formatted(hour, hour + 1);
  }

  /** To four digits: a hundredth of a percent. */
  private static @Nullable Double rounded(@Nullable Double share) {
    return share == null ? null : Math.round(share * 10_000) / 10_000.0;
  }

  private static Double minutes(double seconds) {
    return Math.round(seconds / MINUTE * 10) / 10.0;
  }
}
