package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/** Files to import, and importing them as the page does. */
public final class Sheets {

  private Sheets() {}

  /** Rows of text as CSV. */
  public static byte[] csv(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** An Excel file with one sheet. */
  public static byte[] excel(Consumer<Worksheet> fill) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      try (Workbook workbook = new Workbook(file, "test", null)) {
        fill.accept(workbook.newWorksheet("表"));
      }
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts rows of text into a sheet. */
  public static void fill(Worksheet sheet, List<List<String>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.value(row, column, rows.get(row).get(column));
      }
    }
  }

  public static JsonNode preview(Caller caller, String kind, byte[] file) {
    return Caller.json(post(caller, "/api/imports/" + kind + "/preview", file));
  }

  /** Previews and stores, as the page does; returns the second report. */
  public static JsonNode store(Caller caller, String kind, byte[] file) {
    String sha256 = preview(caller, kind, file).path("sha256").asString();
    return Caller.json(post(caller, "/api/imports/" + kind + "?sha256=" + sha256, file));
  }

  public static HttpResponse<String> post(Caller caller, String path, byte[] file) {
    HttpRequest.Builder request =
        caller
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    caller.csrfToken().ifPresent(csrf -> request.header("X-XSRF-TOKEN", csrf));
    return caller.send(request);
  }
}
