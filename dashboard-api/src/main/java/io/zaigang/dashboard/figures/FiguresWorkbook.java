package io.zaigang.dashboard.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Figures as an Excel workbook: by window, by day, by hour of the day. Numbers are numbers. */
final class FiguresWorkbook {

  private static final String PERCENT = "0.0%";
  private static final int RATES = 2;
  private static final int WIDTH = 14;
  private static final int FIRST_WIDTH = 26;

  private FiguresWorkbook() {}

  static void write(Figures figures, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Zaigang", "1.0")) {
      Sheet windows = new Sheet(workbook.newWorksheet("窗口"), FiguresColumns.WINDOW);
      figures
          .windows()
          .forEach(w -> windows.row(List.of(w.name(), w.unit()), w.staffing(), w.findings()));
      windows.row(List.of("全部窗口", ""), figures.staffing(), figures.findings());
      Sheet days = new Sheet(workbook.newWorksheet("日期"), FiguresColumns.DAY);
      figures
          .days()
          .forEach(d -> days.row(List.of(d.day().toString()), d.staffing(), d.findings()));
      Sheet hours = new Sheet(workbook.newWorksheet("时段"), FiguresColumns.HOUR);
      figures
          .hours()
          .forEach(
              h -> hours.row(List.of(FiguresColumns.hour(h.hour())), h.staffing(), h.findings()));
    }
  }

  private static final class Sheet {
    private final Worksheet sheet;
    private int row = 1;

    Sheet(Worksheet sheet, List<String> keys) {
      this.sheet = sheet;
      List<String> headings = FiguresColumns.headings(keys);
      for (int column = 0; column < headings.size(); column++) {
        sheet.value(0, column, headings.get(column));
        sheet.style(0, column).bold().set();
        sheet.width(column, column == 0 ? FIRST_WIDTH : WIDTH);
      }
      sheet.freezePane(1, 1);
    }

    void row(List<String> keys, Staffing staffing, Findings findings) {
      for (int column = 0; column < keys.size(); column++) {
        sheet.value(row, column, keys.get(column));
      }
      List<@Nullable Double> values = FiguresColumns.values(staffing, findings);
      for (int i = 0; i < values.size(); i++) {
        Double value = values.get(i);
        if (value != null) {
          sheet.value(row, keys.size() + i, value);
        }
        if (i < RATES) {
          sheet.style(row, keys.size() + i).format(PERCENT).set();
        }
      }
      row++;
    }
  }
}
