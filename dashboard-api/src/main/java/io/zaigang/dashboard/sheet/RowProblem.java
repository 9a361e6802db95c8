package io.zaigang.dashboard.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a list, and where.
 *
 * @param row as Excel numbers them; 0 for the file as a whole
 * @param column title; null where it is the row or file as a whole
 * @param value what stands there, shortened
 * @param detail what was expected, or what it collides with, where the code alone does not say
 */
public record RowProblem(
    int row,
    @Nullable String column,
    @Nullable String value,
    ProblemCode code,
    @Nullable String detail) {

  private static final int LONGEST_VALUE = 60;

  public RowProblem {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  static RowProblem ofFile(ProblemCode code, @Nullable String detail) {
    return new RowProblem(0, null, null, code, detail);
  }
}
