package io.zaigang.dashboard.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Empty lists to fill in. Required columns bear a star; the second sheet explains each. */
final class SheetTemplate {

  private static final int WIDTH = 22;

  private SheetTemplate() {}

  static byte[] excel(SheetKind kind) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Zaigang", null)) {
      Worksheet list = workbook.newWorksheet(kind.title());
      Worksheet help = workbook.newWorksheet("填写说明");
      List<String> titles = List.of("列名", "是否必填", "格式", "示例");
      for (int i = 0; i < titles.size(); i++) {
        help.value(0, i, titles.get(i));
        help.width(i, WIDTH);
      }
      help.range(0, 0, 0, titles.size() - 1).style().bold().set();
      int number = 0;
      for (SheetColumn column : kind.columns()) {
        list.value(0, number, title(column));
        list.width(number, WIDTH);
        explain(help, ++number, column);
      }
      list.range(0, 0, 0, number - 1).style().bold().fillColor("DCE6F1").set();
      list.freezePane(0, 1);
    }
    return file.toByteArray();
  }

  private static void explain(Worksheet help, int row, SheetColumn column) {
    help.value(row, 0, column.title());
    help.value(row, 1, column.isRequired() ? "必填" : "选填");
    help.value(
        row,
        2,
        switch (column.form()) {
          case TEXT -> "文本";
          case DATE -> "日期，年在前";
          case DATE_TIME -> "日期和时间，年在前";
        });
    help.value(row, 3, column.example());
  }

  /** With a byte order mark: without it Excel takes the Chinese for another encoding. */
  static byte[] csv(SheetKind kind) {
    String header =
        kind.columns().stream().map(SheetTemplate::title).collect(Collectors.joining(","));
    return ("\uFEFF" + header + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String title(SheetColumn column) {
    return column.title() + (column.isRequired() ? "*" : "");
  }
}
