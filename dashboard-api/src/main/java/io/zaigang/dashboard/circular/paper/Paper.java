package io.zaigang.dashboard.circular.paper;

import java.util.List;

/**
 * An official paper, top to bottom.
 *
 * @param title for the file's properties
 */
public record Paper(String title, List<Block> blocks) {

  public Paper {
    blocks = List.copyOf(blocks);
  }

  /** A piece of a paper; names follow GB/T 9704. */
  public sealed interface Block {}

  /** 发文机关标志 in red, 发文字号, red line. */
  public record Masthead(String issuer, String number) implements Block {}

  /** 标题; one line each. */
  public record Title(List<String> lines) implements Block {

    public Title {
      lines = List.copyOf(lines);
    }
  }

  /** 主送机关, with its colon. */
  public record Addressee(String text) implements Block {}

  /** 一、…… */
  public record Heading(String text) implements Block {}

  /** （一）…… */
  public record Subheading(String text) implements Block {}

  /** A paragraph of the text, indented by two characters. */
  public record Text(String text) implements Block {}

  /** A column and its share of the width. */
  public record Column(String name, int weight, Align align) {}

  /** Where cells of a column stand. */
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /** A table; the last row may be the sum of the others. */
  public record Table(
      String caption, List<Column> columns, List<List<String>> rows, LastRow lastRow)
      implements Block {

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "Table '" + caption + "': a row of " + row.size() + " cells, not " + columns.size());
        }
      }
    }
  }

  /** What the last row of a table is. */
  public enum LastRow {
    ORDINARY,
    SUM
  }

  /** A series of a chart: a value for each category. */
  public record Series(String name, List<Integer> values) {

    public Series {
      values = List.copyOf(values);
    }
  }

  /** Stacked columns. */
  public record Chart(String caption, List<String> categories, List<Series> series)
      implements Block {

    public Chart {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /** 发文机关署名 and 成文日期. */
  public record Signature(String issuer, String date) implements Block {}

  /** 附件: what follows begins on a page of its own. */
  public record Annex(String label, String title) implements Block {}

  /** 版记: 抄送, and who printed it when. */
  public record Imprint(String copyTo, String issuer, String date) implements Block {}
}
