package io.zaigang.dashboard.circular.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/**
 * Writes a paper as a Word document laid out by GB/T 9704-2012: A4, 37 mm above, 28 mm left, 仿宋
 * three (16 pt) with 28 pt between lines, headings in 黑体 and 楷体, page numbers between dashes.
 */
public final class WordPaper {

  private static final String FONT_TABLE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
  private static final String FONT_TABLE_RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

  private final XWPFDocument document = new XWPFDocument();
  private final WordText text = new WordText(document);
  private final WordTable tables = new WordTable(document);

  private WordPaper() {}

  /** The file's bytes; the same for the same paper. */
  public static byte[] write(Paper paper) {
    try {
      return SteadyZip.repack(new WordPaper().bytes(paper));
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("'" + paper.title() + "' cannot be written in memory", e);
    }
  }

  private byte[] bytes(Paper paper) throws IOException, InvalidFormatException {
    layOut();
    language();
    fonts();
    properties(paper);
    List<Paper.Block> blocks = paper.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      add(blocks.get(i));
      if (i + 1 < blocks.size() && blocks.get(i + 1) instanceof Paper.Signature) {
        text.keepWithNext(); // no page may hold 署名 or 版记 without text
      }
    }
    pageNumbers();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    document.close();
    return out.toByteArray();
  }

  private void add(Paper.Block block) throws IOException, InvalidFormatException {
    if (block instanceof Paper.Masthead masthead) {
      text.masthead(masthead);
    } else if (block instanceof Paper.Title title) {
      text.title(title);
    } else if (block instanceof Paper.Addressee addressee) {
      text.addressee(addressee);
    } else if (block instanceof Paper.Heading heading) {
      text.heading(heading);
    } else if (block instanceof Paper.Subheading subheading) {
      text.subheading(subheading);
    } else if (block instanceof Paper.Text paragraph) {
      text.paragraph(paragraph);
    } else if (block instanceof Paper.Table table) {
      tables.add(table);
    } else if (block instanceof Paper.Chart chart) {
      WordChart.add(document, chart);
    } else if (block instanceof Paper.Signature signature) {
      text.signature(signature);
    } else if (block instanceof Paper.Annex annex) {
      text.annex(annex);
    } else if (block instanceof Paper.Imprint imprint) {
      tables.imprint(imprint);
    }
  }

  private void layOut() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(Twips.PAGE_WIDTH));
    size.setH(BigInteger.valueOf(Twips.PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(Twips.mm(37)));
    margins.setBottom(BigInteger.valueOf(Twips.mm(35)));
    margins.setLeft(BigInteger.valueOf(Twips.mm(28)));
    margins.setRight(BigInteger.valueOf(Twips.mm(26)));
    margins.setHeader(BigInteger.valueOf(Twips.mm(15)));
    margins.setFooter(BigInteger.valueOf(Twips.mm(25)));
    margins.setGutter(BigInteger.ZERO);
  }

  /** Simplified Chinese: else a Japanese or Korean form of a character may be shown. */
  private void language() {
    XWPFStyles styles = document.createStyles();
    styles.setEastAsia("zh-CN");
    styles.setSpellingLanguage("zh-CN");
  }

  /** Which fonts may stand in where one is missing. */
  private void fonts() throws IOException, InvalidFormatException {
    StringBuilder table =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:fonts"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    for (Font font : Font.values()) {
      table.append(
          "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>"
              .formatted(font.fontName(), font.standIn()));
    }
    PackagePart part =
        document
            .getPackage()
            .createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), FONT_TABLE);
    try (OutputStream out = part.getOutputStream()) {
      out.write(table.append("</w:fonts>").toString().getBytes(StandardCharsets.UTF_8));
    }
    document
        .getPackagePart()
        .addRelationship(part.getPartName(), TargetMode.INTERNAL, FONT_TABLE_RELATION);
  }

  private void properties(Paper paper) {
    var core = document.getProperties().getCoreProperties();
    core.setTitle(paper.title());
    core.setCreator("Zaigang");
    core.setCreated(Optional.of(new Date(0)));
  }

  private void pageNumbers() {
    XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    Font.SONG.run(paragraph, "— ", Font.SMALL_FOUR);
    field(paragraph, STFldCharType.BEGIN);
    Font.SONG.run(paragraph, "", Font.SMALL_FOUR).getCTR().addNewInstrText().setStringValue("PAGE");
    field(paragraph, STFldCharType.SEPARATE);
    Font.SONG.run(paragraph, "1", Font.SMALL_FOUR);
    field(paragraph, STFldCharType.END);
    Font.SONG.run(paragraph, " —", Font.SMALL_FOUR);
  }

  private static void field(XWPFParagraph paragraph, STFldCharType.Enum what) {
    XWPFRun run = paragraph.createRun();
    run.getCTR().addNewFldChar().setFldCharType(what);
  }
}
