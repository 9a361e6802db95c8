package io.zaigang.dashboard.circular.paper;

import io.zaigang.dashboard.circular.paper.Paper.Align;
import io.zaigang.dashboard.circular.paper.Paper.Column;
import io.zaigang.dashboard.circular.paper.Paper.LastRow;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * Tables of a Word paper: fixed widths, a head that repeats on every page, rows that never break.
 */
final class WordTable {

  private static final String HEAD_FILL = "F2F2F2";
  private static final String LINE = "595959";
  private static final int THIN = 4;
  private static final double PADDING_POINTS = 1.5;
  private static final int MANY_COLUMNS = 7;
  private static final int CELL_MARGIN = 70;

  private final XWPFDocument document;

  WordTable(XWPFDocument document) {
    this.document = document;
  }

  void add(Paper.Table table) {
    int[] widths = widths(table.columns());
    double points = table.columns().size() >= MANY_COLUMNS ? Font.SMALL_FIVE : Font.FIVE;
    XWPFTable word = create(widths);
    XWPFTableRow head = word.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < widths.length; i++) {
      XWPFTableCell cell = head.getCell(i);
      cell.setColor(HEAD_FILL);
      write(cell, table.columns().get(i).name(), new CellLook(Font.HEI, points, Align.CENTER));
    }
    for (int r = 0; r < table.rows().size(); r++) {
      boolean sum = table.lastRow() == LastRow.SUM && r == table.rows().size() - 1;
      row(
          word,
          table,
          table.rows().get(r),
          new CellLook(sum ? Font.HEI : Font.FANG, points, Align.LEFT));
    }
    for (XWPFTableRow row : word.getRows()) {
      for (int i = 0; i < widths.length; i++) {
        row.getCell(i).setWidth(String.valueOf(widths[i]));
        row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      }
    }
    gap();
  }

  /** 版记: two lines between rules, at the end of the paper. */
  void imprint(Paper.Imprint imprint) {
    int half = Twips.TEXT_WIDTH / 2;
    XWPFTable word = create(new int[] {half, Twips.TEXT_WIDTH - half});
    word.setInsideVBorder(XWPFBorderType.NONE, 0, 0, LINE);
    word.setLeftBorder(XWPFBorderType.NONE, 0, 0, LINE);
    word.setRightBorder(XWPFBorderType.NONE, 0, 0, LINE);
    XWPFTableRow copies = word.getRow(0);
    copies.setCantSplitRow(true);
    copies.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.TWO);
    copies.removeCell(1);
    write(copies.getCell(0), imprint.copyTo(), new CellLook(Font.FANG, Font.FOUR, Align.LEFT));
    XWPFTableRow printed = word.createRow();
    printed.setCantSplitRow(true);
    while (printed.getTableCells().size() < 2) {
      printed.createCell();
    }
    write(printed.getCell(0), imprint.issuer(), new CellLook(Font.FANG, Font.FOUR, Align.LEFT));
    write(printed.getCell(1), imprint.date(), new CellLook(Font.FANG, Font.FOUR, Align.RIGHT));
  }

  private record CellLook(Font font, double points, Align align) {

    CellLook aligned(Align other) {
      return new CellLook(font, points, other);
    }
  }

  private void row(XWPFTable word, Paper.Table table, List<String> cells, CellLook look) {
    XWPFTableRow row = word.createRow();
    row.setCantSplitRow(true);
    for (int i = 0; i < cells.size(); i++) {
      write(row.getCell(i), cells.get(i), look.aligned(table.columns().get(i).align()));
    }
  }

  private static void write(XWPFTableCell cell, String text, CellLook look) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setAlignment(
        switch (look.align()) {
          case LEFT -> ParagraphAlignment.LEFT;
          case CENTER -> ParagraphAlignment.CENTER;
          case RIGHT -> ParagraphAlignment.RIGHT;
        });
    paragraph.setSpacingBefore(Twips.points(PADDING_POINTS));
    paragraph.setSpacingAfter(Twips.points(PADDING_POINTS));
    paragraph.setSpacingBetween(look.points() * 1.3, LineSpacingRule.EXACT);
    look.font().run(paragraph, text, look.points());
  }

  private XWPFTable create(int[] widths) {
    XWPFTable word = document.createTable(1, widths.length);
    word.setTableAlignment(TableRowAlign.CENTER);
    word.setWidth(String.valueOf(Twips.TEXT_WIDTH));
    word.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
    CTTblPr properties = word.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid =
        word.getCTTbl().getTblGrid() == null
            ? word.getCTTbl().addNewTblGrid()
            : word.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    word.setInsideHBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    word.setInsideVBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    word.setTopBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    word.setBottomBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    word.setLeftBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    word.setRightBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
    return word;
  }

  /** Word wants a paragraph between a table and what follows. */
  private void gap() {
    XWPFParagraph gap = document.createParagraph();
    gap.setSpacingBefore(0);
    gap.setSpacingAfter(0);
    gap.setSpacingBetween(Font.SMALL_FOUR, LineSpacingRule.EXACT);
  }

  private static int[] widths(List<Column> columns) {
    int weights = columns.stream().mapToInt(Column::weight).sum();
    int[] widths = new int[columns.size()];
    int left = Twips.TEXT_WIDTH;
    for (int i = 0; i < widths.length; i++) {
      widths[i] =
          i == widths.length - 1 ? left : Twips.TEXT_WIDTH * columns.get(i).weight() / weights;
      left -= widths[i];
    }
    return widths;
  }
}
