package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.sheet.RawCell.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list, by column titles. What is wrong is noted, and a stand-in returned, so that a
 * row tells everything that is wrong with it at once; a row with problems is never stored.
 */
public final class RowFields {

  private static final int LONGEST_TEXT = 200;
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  private final RawRow row;
  private final Map<String, Integer> columns;
  private final SheetProblems problems;
  private boolean faultless = true;

  RowFields(RawRow row, Map<String, Integer> columns, SheetProblems problems) {
    this.row = row;
    this.columns = columns;
    this.problems = problems;
  }

  /** As Excel numbers them. */
  public int number() {
    return row.number();
  }

  /** A text that has to be there. */
  public String text(SheetColumn column) {
    String text = textOrNull(column);
    return text == null ? "" : text;
  }

  /** A text, or null where the cell is empty. */
  public @Nullable String textOrNull(SheetColumn column) {
    RawCell cell = cell(column);
    if (cell == null) {
      return null;
    }
    if (cell.text().length() > LONGEST_TEXT) {
      problem(column, ProblemCode.TOO_LONG, String.valueOf(LONGEST_TEXT));
      return null;
    }
    return cell.text();
  }

  /** One of some words. */
  public <E> Optional<E> oneOf(SheetColumn column, Map<String, E> words) {
    RawCell cell = cell(column);
    if (cell == null) {
      return Optional.empty();
    }
    E value = words.get(cell.text());
    if (value == null) {
      problem(column, ProblemCode.NOT_ONE_OF, String.join("、", words.keySet()));
    }
    return Optional.ofNullable(value);
  }

  /** A day that has to be there. */
  public LocalDate date(SheetColumn column) {
    LocalDate date = dateOrNull(column);
    return date == null ? SOME_DAY : date;
  }

  /** A day, or null where the cell is empty. */
  public @Nullable LocalDate dateOrNull(SheetColumn column) {
    RawCell cell = cell(column);
    if (cell == null || isPlainNumber(column, cell)) {
      return null;
    }
    if (cell.date() != null && cell.date().toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return cell.date().toLocalDate();
    }
    Optional<LocalDate> typed =
        cell.date() == null ? SheetTimes.date(cell.text()) : Optional.empty();
    if (typed.isEmpty()) {
      problem(column, ProblemCode.NOT_A_DATE, null);
    }
    return typed.orElse(null);
  }

  /** A time of a day that has to be there, as the hall's clocks show it. */
  public LocalDateTime dateTime(SheetColumn column) {
    RawCell cell = cell(column);
    if (cell == null || isPlainNumber(column, cell)) {
      return SOME_DAY.atStartOfDay();
    }
    if (cell.date() != null) {
      // Excel keeps days as fractions: 08:30 is 0.354166…
      return cell.date().plusNanos(500_000_000).withNano(0);
    }
    Optional<LocalDateTime> typed = SheetTimes.dateTime(cell.text());
    if (typed.isEmpty()) {
      problem(column, ProblemCode.NOT_A_TIME, null);
    }
    return typed.orElse(SOME_DAY.atStartOfDay());
  }

  /** Whether nothing wrong with this row is known. */
  public boolean isFaultless() {
    return faultless;
  }

  /** Notes something wrong with a cell. */
  public void problem(SheetColumn column, ProblemCode code, @Nullable String detail) {
    faultless = false;
    problems.add(new RowProblem(row.number(), column.title(), raw(column).text(), code, detail));
  }

  private boolean isPlainNumber(SheetColumn column, RawCell cell) {
    if (cell.kind() == Kind.NUMBER) {
      problem(column, ProblemCode.NUMBER_NOT_A_DATE, null);
      return true;
    }
    return false;
  }

  private RawCell raw(SheetColumn column) {
    Integer index = columns.get(column.title());
    return index == null ? RawCell.EMPTY : row.cell(index);
  }

  /** Null, and noted where needed, for a cell that gives no value. */
  private @Nullable RawCell cell(SheetColumn column) {
    RawCell cell = raw(column);
    if (cell.kind() == Kind.FORMULA || cell.kind() == Kind.ERROR) {
      problem(
          column,
          cell.kind() == Kind.FORMULA ? ProblemCode.FORMULA : ProblemCode.ERROR_VALUE,
          null);
      return null;
    }
    if (cell.text().isEmpty()) {
      if (column.isRequired()) {
        problem(column, ProblemCode.MISSING_VALUE, null);
      }
      return null;
    }
    return cell;
  }
}
