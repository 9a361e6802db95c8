package io.zaigang.dashboard.web;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes for a spreadsheet (RFC 4180, with the mark by which Excel knows UTF-8). */
public final class Csv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final PrintWriter out;

  public Csv(PrintWriter out) {
    this.out = out;
    out.print(BYTE_ORDER_MARK);
  }

  /** One line; null and empty are empty cells. */
  public void line(List<? extends @Nullable String> cells) {
    out.print(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  /** Quoted; what a spreadsheet would take for a formula is made harmless. */
  public static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String harmless = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
