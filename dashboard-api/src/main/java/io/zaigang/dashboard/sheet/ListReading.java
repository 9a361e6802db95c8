package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.sheet.SheetKind.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file as a list: the header first, then row by row. */
final class ListReading<T> {

  private final SheetKind kind;
  private final Reading<T> reading;
  private final SheetProblems problems = new SheetProblems();
  private final List<T> rows = new ArrayList<>();
  private @Nullable Map<String, Integer> header;
  private int read;

  ListReading(SheetKind kind, Reading<T> reading) {
    this.kind = kind;
    this.reading = reading;
  }

  /** Reads the file; afterwards {@link #problems} says what is wrong with it. */
  void read(byte[] file) {
    try {
      TableReader.of(file).read(file, this::take);
      if (header == null) {
        problems.add(RowProblem.ofFile(ProblemCode.EMPTY_FILE, null));
      }
    } catch (UnusableFile e) {
      problems.add(e.problem());
    }
  }

  private void take(RawRow row) {
    Map<String, Integer> columns = header;
    if (columns == null) {
      header = columns(row);
      return;
    }
    read++;
    if (columns.isEmpty()) {
      return; // without a header no row means anything
    }
    RowFields fields = new RowFields(row, columns, problems);
    T value = reading.read(fields);
    if (fields.isFaultless() && problems.none()) {
      rows.add(value);
    }
  }

  private Map<String, Integer> columns(RawRow row) {
    Map<String, SheetColumn> known =
        kind.columns().stream().collect(Collectors.toMap(SheetColumn::title, c -> c));
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String title = row.cell(i).text().replace("*", "").strip();
      if (title.isEmpty()) {
        continue;
      }
      if (!known.containsKey(title)) {
        headerProblem(row, title, ProblemCode.UNKNOWN_COLUMN);
      } else if (columns.putIfAbsent(title, i) != null) {
        headerProblem(row, title, ProblemCode.REPEATED_COLUMN);
      }
    }
    kind.columns().stream()
        .filter(column -> column.isRequired() && !columns.containsKey(column.title()))
        .forEach(column -> headerProblem(row, column.title(), ProblemCode.MISSING_COLUMN));
    return problems.none() ? columns : Map.of();
  }

  private void headerProblem(RawRow row, String title, ProblemCode code) {
    String titles =
        kind.columns().stream().map(SheetColumn::title).collect(Collectors.joining("、"));
    problems.add(new RowProblem(row.number(), title, null, code, titles));
  }

  ImportCounts store() {
    return reading.store(rows);
  }

  SheetProblems problems() {
    return problems;
  }

  int rowsRead() {
    return read;
  }
}
