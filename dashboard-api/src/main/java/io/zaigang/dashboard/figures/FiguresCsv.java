package io.zaigang.dashboard.figures;

import io.zaigang.dashboard.web.Csv;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures by window as CSV. */
final class FiguresCsv {

  private FiguresCsv() {}

  static void write(Figures figures, PrintWriter out) {
    Csv csv = new Csv(out);
    csv.line(FiguresColumns.headings(FiguresColumns.WINDOW));
    for (Figures.WindowFigures window : figures.windows()) {
      csv.line(row(List.of(window.name(), window.unit()), window.staffing(), window.findings()));
    }
    csv.line(row(List.of("全部窗口", ""), figures.staffing(), figures.findings()));
  }

  private static List<@Nullable String> row(
      List<String> keys, Staffing staffing, Findings findings) {
    List<@Nullable String> cells = new ArrayList<>(keys);
    for (Double value : FiguresColumns.values(staffing, findings)) {
      cells.add(value == null ? null : plain(value));
    }
    return cells;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
