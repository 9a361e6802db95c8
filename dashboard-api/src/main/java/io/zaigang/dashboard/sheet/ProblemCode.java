package io.zaigang.dashboard.sheet;

/** What can be wrong with a list; the page has a sentence for each. */
public enum ProblemCode {
  // the file
  EMPTY_FILE,
  NOT_A_TABLE,
  OLD_OR_LOCKED_EXCEL,
  BROKEN_FILE,
  HAS_MACROS,
  TOO_LARGE_UNPACKED,
  MERGED_CELLS,
  TOO_MANY_ROWS,
  // the header
  MISSING_COLUMN,
  UNKNOWN_COLUMN,
  REPEATED_COLUMN,
  // a cell
  MISSING_VALUE,
  FORMULA,
  ERROR_VALUE,
  TOO_LONG,
  NOT_A_DATE,
  NOT_A_TIME,
  NUMBER_NOT_A_DATE,
  NOT_ONE_OF,
  // a row
  ENDS_BEFORE_BEGIN,
  UNKNOWN_STAFF,
  OTHER_NAME,
  UNKNOWN_WINDOW,
  UNKNOWN_POST,
  NO_GUIDE_DESK,
  TAKEN,
  OUTING_TOO_LONG,
  IN_THE_FUTURE,
  REPEATED_ROW,
  OVERLAPS
}
