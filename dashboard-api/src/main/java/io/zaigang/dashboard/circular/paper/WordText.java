package io.zaigang.dashboard.circular.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Paragraphs of a Word paper. */
final class WordText {

  private static final String RED = "E60012";
  private static final double LINE_POINTS = 28;
  private static final double TITLE_LINE_POINTS = 34;
  private static final int TWO_CHARACTERS = Twips.points(2 * Font.THREE);
  private static final int FOUR_CHARACTERS = Twips.points(4 * Font.THREE);
  private static final int MASTHEAD_POINTS = 34;
  private static final int LONG_MASTHEAD_POINTS = 28;
  private static final int LONG_MASTHEAD = 14;

  private final XWPFDocument document;

  WordText(XWPFDocument document) {
    this.document = document;
  }

  void masthead(Paper.Masthead masthead) {
    XWPFParagraph issuer = line(ParagraphAlignment.CENTER, LINE_POINTS);
    issuer.setSpacingBetween(MASTHEAD_POINTS + 10.0, LineSpacingRule.EXACT);
    boolean isLong = masthead.issuer().length() > LONG_MASTHEAD;
    XWPFRun red =
        Font.TITLE.run(issuer, masthead.issuer(), isLong ? LONG_MASTHEAD_POINTS : MASTHEAD_POINTS);
    red.setColor(RED);
    red.setBold(true);
    XWPFParagraph number = line(ParagraphAlignment.CENTER, LINE_POINTS);
    number.setSpacingBefore(Twips.points(LINE_POINTS / 2));
    number.setBorderBottom(Borders.SINGLE);
    var border = number.getCTP().getPPr().getPBdr().getBottom();
    border.setColor(RED);
    border.setSz(BigInteger.valueOf(16));
    border.setSpace(BigInteger.valueOf(6));
    Font.FANG.run(number, masthead.number(), Font.THREE);
  }

  void title(Paper.Title title) {
    for (int i = 0; i < title.lines().size(); i++) {
      XWPFParagraph paragraph = line(ParagraphAlignment.CENTER, TITLE_LINE_POINTS);
      boolean inBrackets = title.lines().get(i).startsWith("（");
      if (i == 0) {
        paragraph.setSpacingBefore(Twips.points(LINE_POINTS));
      }
      if (i == title.lines().size() - 1) {
        paragraph.setSpacingAfter(Twips.points(LINE_POINTS / 2));
      }
      if (inBrackets) {
        Font.KAI.run(paragraph, title.lines().get(i), Font.THREE);
      } else {
        Font.TITLE.run(paragraph, title.lines().get(i), Font.TWO).setBold(true);
      }
    }
  }

  void addressee(Paper.Addressee addressee) {
    Font.FANG.run(line(ParagraphAlignment.BOTH, LINE_POINTS), addressee.text(), Font.THREE);
  }

  void heading(Paper.Heading heading) {
    XWPFParagraph paragraph = indented();
    paragraph.setKeepNext(true);
    Font.HEI.run(paragraph, heading.text(), Font.THREE);
  }

  void subheading(Paper.Subheading subheading) {
    XWPFParagraph paragraph = indented();
    paragraph.setKeepNext(true);
    Font.KAI.run(paragraph, subheading.text(), Font.THREE);
  }

  void paragraph(Paper.Text text) {
    XWPFParagraph paragraph = indented();
    paragraph.setKeepNext(text.text().endsWith("：")); // what it announces follows on the same page
    Font.FANG.run(paragraph, text.text(), Font.THREE);
  }

  /** What was added last goes to the page of what comes next. */
  void keepWithNext() {
    document.getLastParagraph().setKeepNext(true);
  }

  /** Right-aligned, four characters in; kept together. */
  void signature(Paper.Signature signature) {
    XWPFParagraph issuer = line(ParagraphAlignment.RIGHT, LINE_POINTS);
    issuer.setSpacingBefore(Twips.points(LINE_POINTS));
    issuer.setKeepNext(true);
    issuer.setIndentationRight(FOUR_CHARACTERS);
    Font.FANG.run(issuer, signature.issuer(), Font.THREE);
    XWPFParagraph date = line(ParagraphAlignment.RIGHT, LINE_POINTS);
    date.setKeepNext(true); // 版记 never stands on a page alone
    date.setSpacingAfter(Twips.points(LINE_POINTS / 2));
    date.setIndentationRight(FOUR_CHARACTERS);
    Font.FANG.run(date, signature.date(), Font.THREE);
  }

  void annex(Paper.Annex annex) {
    XWPFParagraph label = line(ParagraphAlignment.LEFT, LINE_POINTS);
    label.setPageBreak(true);
    Font.HEI.run(label, annex.label(), Font.THREE);
    XWPFParagraph title = line(ParagraphAlignment.CENTER, TITLE_LINE_POINTS);
    title.setSpacingAfter(Twips.points(LINE_POINTS / 2));
    Font.TITLE.run(title, annex.title(), Font.TWO).setBold(true);
  }

  private XWPFParagraph indented() {
    XWPFParagraph paragraph = line(ParagraphAlignment.BOTH, LINE_POINTS);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    return paragraph;
  }

  private XWPFParagraph line(ParagraphAlignment alignment, double points) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBefore(0);
    paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    return paragraph;
  }
}
