package io.zaigang.dashboard.audit;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the register for a spreadsheet (RFC 4180, with the mark by which Excel knows UTF-8). */
final class RegisterCsv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final PrintWriter out;

  RegisterCsv(PrintWriter out) {
    this.out = out;
    out.print(BYTE_ORDER_MARK);
    line(
        "number", "at", "actor", "action", "camera", "from", "to", "subject", "reason", "details",
        "hash");
  }

  void row(AuditView entry) {
    line(
        Long.toString(entry.number()),
        entry.at().toString(),
        entry.actor(),
        entry.action(),
        entry.cameraId(),
        entry.from() == null ? null : entry.from().toString(),
        entry.to() == null ? null : entry.to().toString(),
        entry.subject(),
        entry.reason(),
        entry.details(),
        entry.hash());
  }

  private void line(@Nullable String... cells) {
    out.print(Arrays.stream(cells).map(RegisterCsv::cell).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  /** Quoted; what a spreadsheet would take for a formula is made harmless. */
  static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String harmless = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
