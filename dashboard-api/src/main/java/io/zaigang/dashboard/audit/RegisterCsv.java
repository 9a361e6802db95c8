package io.zaigang.dashboard.audit;

import io.zaigang.dashboard.web.Csv;
import java.io.PrintWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the register for a spreadsheet. */
final class RegisterCsv {

  private final Csv csv;

  RegisterCsv(PrintWriter out) {
    csv = new Csv(out);
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
    csv.line(Arrays.asList(cells));
  }
}
