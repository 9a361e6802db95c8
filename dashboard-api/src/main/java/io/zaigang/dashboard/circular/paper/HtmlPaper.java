package io.zaigang.dashboard.circular.paper;

import java.util.List;
import java.util.Locale;

/** Writes a paper as one page that prints on A4 and needs nothing else. */
public final class HtmlPaper {

  private static final String STYLE =
      """
      @page { size: A4; margin: 25mm 24mm 22mm 26mm }
      * { box-sizing: border-box }
      body { max-width: 160mm; margin: 12mm auto; color: #000; background: #fff;
        font: 12pt/1.9 FangSong, 仿宋, 仿宋_GB2312, 'Noto Serif CJK SC', serif }
      .masthead { color: #e60012; text-align: center; font-size: 26pt; font-weight: 700;
        line-height: 1.3; font-family: 方正小标宋简体, SimSun, 宋体, 'Noto Serif CJK SC', serif }
      .number { text-align: center; border-bottom: 2px solid #e60012; margin: 6mm 0 8mm;
        padding-bottom: 2mm }
      h1 { text-align: center; font: 700 18pt/1.5 方正小标宋简体, SimSun, 宋体,
        'Noto Serif CJK SC', serif; margin: 0 0 6mm }
      h1 small { display: block; font: 12pt KaiTi, 楷体, 'Noto Serif CJK SC', serif }
      h2 { font: 700 12.5pt/1.9 SimHei, 黑体, 'Noto Sans CJK SC', sans-serif; margin: 3mm 0 0 2em;
        break-after: avoid }
      h3 { font: 12pt/1.9 KaiTi, 楷体, 'Noto Serif CJK SC', serif; margin: 0 0 0 2em;
        break-after: avoid }
      p { margin: 0; text-indent: 2em; text-align: justify }
      p.plain { text-indent: 0 }
      table { width: 100%; border-collapse: collapse; margin: 3mm 0; font-size: 9.5pt;
        line-height: 1.4 }
      th, td { border: 1px solid #595959; padding: 1mm 1.2mm; overflow-wrap: anywhere }
      th { background: #f2f2f2; font-family: SimHei, 黑体, 'Noto Sans CJK SC', sans-serif }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      .sum td { font-weight: 700 }
      .center { text-align: center }
      .right { text-align: right }
      figure { margin: 4mm 0; break-inside: avoid }
      figcaption { text-align: center; font: 10pt SimHei, 黑体, 'Noto Sans CJK SC', sans-serif }
      .signature { margin: 12mm 4em 0 0; text-align: right; break-inside: avoid }
      .annex { break-before: page; margin-top: 8mm }
      .imprint { border-top: 1px solid #000; border-bottom: 1px solid #000; margin-top: 10mm;
        break-inside: avoid; font-size: 11pt }
      .imprint div { padding: 1mm 1em }
      .imprint div + div { border-top: 1px solid #000; display: flex;
        justify-content: space-between }
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlPaper() {}

  /** The page; the same for the same paper. */
  public static String write(Paper paper) {
    return new HtmlPaper().page(paper);
  }

  private String page(Paper paper) {
    html.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(paper.title()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n");
    paper.blocks().forEach(this::add);
    return html.append("</body></html>\n").toString();
  }

  private void add(Paper.Block block) {
    if (block instanceof Paper.Masthead masthead) {
      element("div class=\"masthead\"", masthead.issuer());
      element("div class=\"number\"", masthead.number());
    } else if (block instanceof Paper.Title title) {
      title(title.lines());
    } else if (block instanceof Paper.Addressee addressee) {
      element("p class=\"plain\"", addressee.text());
    } else if (block instanceof Paper.Heading heading) {
      element("h2", heading.text());
    } else if (block instanceof Paper.Subheading subheading) {
      element("h3", subheading.text());
    } else if (block instanceof Paper.Text text) {
      element("p", text.text());
    } else if (block instanceof Paper.Table table) {
      table(table);
    } else if (block instanceof Paper.Chart chart) {
      html.append("<figure>").append(SvgChart.draw(chart));
      element("figcaption", chart.caption());
      html.append("</figure>\n");
    } else if (block instanceof Paper.Signature signature) {
      html.append("<div class=\"signature\">");
      element("div", signature.issuer());
      element("div", signature.date());
      html.append("</div>\n");
    } else if (block instanceof Paper.Annex annex) {
      element("h2 class=\"annex\"", annex.label());
      element("h1", annex.title());
    } else if (block instanceof Paper.Imprint imprint) {
      html.append("<div class=\"imprint\">");
      element("div", imprint.copyTo());
      html.append("<div>");
      element("span", imprint.issuer());
      element("span", imprint.date());
      html.append("</div></div>\n");
    }
  }

  private void title(List<String> lines) {
    html.append("<h1>");
    for (String line : lines) {
      if (line.startsWith("（")) {
        element("small", line);
      } else {
        html.append(escaped(line)).append("<br>");
      }
    }
    html.append("</h1>\n");
  }

  private void table(Paper.Table table) {
    html.append("<table><colgroup>");
    int weights = table.columns().stream().mapToInt(Paper.Column::weight).sum();
    table
        .columns()
        .forEach(
            column ->
                html.append(
                    "<col style=\"width:%d%%\">".formatted(column.weight() * 100 / weights)));
    html.append("</colgroup><thead><tr>");
    table.columns().forEach(column -> element("th", column.name()));
    html.append("</tr></thead><tbody>\n");
    for (int r = 0; r < table.rows().size(); r++) {
      boolean sum = table.lastRow() == Paper.LastRow.SUM && r == table.rows().size() - 1;
      html.append(sum ? "<tr class=\"sum\">" : "<tr>");
      for (int c = 0; c < table.columns().size(); c++) {
        String align = table.columns().get(c).align().name().toLowerCase(Locale.ROOT);
        element("td class=\"" + align + "\"", table.rows().get(r).get(c));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table>\n");
  }

  private void element(String opening, String text) {
    String name = opening.contains(" ") ? opening.substring(0, opening.indexOf(' ')) : opening;
    html.append('<').append(opening).append('>');
    html.append(escaped(text)).append("</").append(name).append(">\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
