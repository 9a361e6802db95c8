package io.zaigang.dashboard.sheet;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text as typed, stripped; empty for nothing
 * @param date where the cell is a date by its format
 */
record RawCell(String text, Kind kind, @Nullable LocalDateTime date) {

  enum Kind {
    TEXT,
    NUMBER,
    DATE,
    FORMULA,
    ERROR
  }

  static final RawCell EMPTY = text("");

  static RawCell text(String text) {
    return new RawCell(text.strip(), Kind.TEXT, null);
  }

  boolean isEmpty() {
    return text.isEmpty() && kind == Kind.TEXT;
  }
}
