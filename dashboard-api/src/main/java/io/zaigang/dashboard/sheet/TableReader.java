package io.zaigang.dashboard.sheet;

import java.util.function.Consumer;

/** Reads a file row by row; empty rows are left out. */
interface TableReader {

  /** The header and this many rows are read at most. */
  int MOST_ROWS = 100_000;

  /** Columns beyond it belong to no list of ours. */
  int MOST_COLUMNS = 60;

  /**
   * Hands on each row in order.
   *
   * @throws UnusableFile when the file cannot be read on; rows may have been handed on before
   */
  void read(byte[] file, Consumer<RawRow> rows) throws UnusableFile;

  /** The reader for a file, by what it begins with, not by its name. */
  static TableReader of(byte[] file) throws UnusableFile {
    if (file.length == 0) {
      throw new UnusableFile(ProblemCode.EMPTY_FILE, "");
    }
    if (beginsWith(file, 'P', 'K')) {
      return new ExcelTable();
    }
    if (beginsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnusableFile(ProblemCode.OLD_OR_LOCKED_EXCEL, "");
    }
    return new CsvTable();
  }

  private static boolean beginsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
