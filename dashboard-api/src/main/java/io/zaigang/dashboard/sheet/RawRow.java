package io.zaigang.dashboard.sheet;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as Excel numbers them, 1 for the first
 */
record RawRow(int number, List<RawCell> cells) {

  RawCell cell(int column) {
    return column < cells.size() ? cells.get(column) : RawCell.EMPTY;
  }

  boolean isEmpty() {
    return cells.stream().allMatch(RawCell::isEmpty);
  }
}
