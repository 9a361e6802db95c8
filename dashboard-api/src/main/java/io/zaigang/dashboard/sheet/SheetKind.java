package io.zaigang.dashboard.sheet;

import java.util.List;

/** A list that can be imported. One bean a list; {@link SheetImports} does the rest. */
public interface SheetKind {

  /** Its name in addresses, such as {@code staff}. */
  String id();

  /** Its name in the template's file name. */
  String title();

  List<SheetColumn> columns();

  /** Begins one import. */
  Reading<?> begin();

  /**
   * One import of a list: knows the rows before, to find what collides.
   *
   * @param <T> a row
   */
  interface Reading<T> {

    /** Reads a row; what is wrong with it, also beside earlier ones, is noted there. */
    T read(RowFields row);

    /**
     * Stores rows, none of which has a problem, in the caller's transaction; what is there already
     * changes nothing.
     */
    ImportCounts store(List<T> rows);
  }
}
