package io.zaigang.domain.punch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the Markdown table of a file of cases: one map a row, by column title. */
public final class CaseTable {

  private CaseTable() {}

  public static List<Map<String, String>> read(Class<?> test, String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
      List<List<String>> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("|"))
              .map(CaseTable::cells)
              .toList();
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> line : lines.subList(2, lines.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < lines.get(0).size(); i++) {
          row.put(lines.get(0).get(i), line.get(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** {@code 2026-11-18 08:30}, with seconds where they matter. */
  public static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.strip().replace(' ', 'T'));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
