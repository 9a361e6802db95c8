package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.sheet.RawCell.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel workbook (.xlsx), as a stream of rows. */
final class ExcelTable implements TableReader {

  /** With cell formats, which tell dates from numbers; broken cells become error cells. */
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  @Override
  public void read(byte[] file, Consumer<RawRow> rows) throws UnusableFile {
    new WorkbookGate().check(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS);
        Stream<Row> stream = workbook.getFirstSheet().openStream()) {
      int read = 0;
      for (Iterator<Row> i = stream.iterator(); i.hasNext(); ) {
        RawRow row = raw(i.next());
        if (!row.isEmpty()) {
          if (++read > MOST_ROWS + 1) {
            throw new UnusableFile(ProblemCode.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
          }
          rows.accept(row);
        }
      }
    } catch (IOException | RuntimeException e) {
      // the reader throws all sorts of unchecked exceptions on files that are no workbook
      throw new UnusableFile(ProblemCode.BROKEN_FILE, "");
    }
  }

  private static RawRow raw(Row row) {
    List<RawCell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? RawCell.EMPTY : raw(cell));
    }
    return new RawRow(row.getRowNum(), cells);
  }

  private static RawCell raw(Cell cell) {
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      return new RawCell("=" + cell.getFormula(), Kind.FORMULA, null);
    }
    if (cell.getType() == CellType.ERROR) {
      return new RawCell(String.valueOf(cell.getRawValue()), Kind.ERROR, null);
    }
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell)
          ? new RawCell(cell.getText(), Kind.DATE, cell.asDate())
          : new RawCell(cell.asNumber().stripTrailingZeros().toPlainString(), Kind.NUMBER, null);
    }
    return RawCell.text(String.valueOf(cell.getText()));
  }

  /** Built-in date formats (ECMA-376 part 1, 18.8.30), or one of the user's own with days in it. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null
        && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58))) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return plain.contains("d") || plain.contains("yy") || plain.contains("h:");
  }
}
