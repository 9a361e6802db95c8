package io.zaigang.dashboard.circular.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class PapersTest {

  private static final PaperFacts WEEK = Samples.week();

  @Test
  void writesTheSameBytesForTheSamePaper() {
    assertThat(WordPaper.write(CircularText.of(WEEK)))
        .isEqualTo(WordPaper.write(CircularText.of(Samples.week())));
    assertThat(CircularWorkbook.write(WEEK)).isEqualTo(CircularWorkbook.write(Samples.week()));
    assertThat(HtmlPaper.write(CircularText.of(WEEK)))
        .isEqualTo(HtmlPaper.write(CircularText.of(Samples.week())));
  }

  @Test
  void writesAnOfficialCircular() throws IOException {
    try (XWPFDocument word = open(WordPaper.write(CircularText.of(WEEK)))) {
      List<String> text = word.getParagraphs().stream().map(XWPFParagraph::getText).toList();

      assertThat(text.get(0)).isEqualTo("旌德县政务服务中心通报");
      assertThat(text.get(1)).isEqualTo("政务通报〔2026〕10号");
      assertThat(text).contains("关于2026年3月2日至3月8日", "窗口工作纪律情况的通报", "二〇二六年三月九日");
      assertThat(word.getCharts()).hasSize(1);
      XWPFTable units = word.getTables().get(0);
      assertThat(units.getRows()).as("a head, ten units and their sum").hasSize(12);
      assertThat(units.getRow(11).getCell(0).getText()).isEqualTo("合计");
      assertThat(cells(word)).contains("抄送：县纪委监委，县效能办，县优化营商环境办。");
    }
  }

  /** The sums of the table are those of the text, and of its own rows. */
  @Test
  void addsUp() throws IOException {
    try (XWPFDocument word = open(WordPaper.write(CircularText.of(WEEK)))) {
      XWPFTable units = word.getTables().get(0);
      for (int column = 1; column <= 6; column++) {
        int sum = 0;
        for (int row = 1; row <= 10; row++) {
          sum += Integer.parseInt(units.getRow(row).getCell(column).getText());
        }
        assertThat(units.getRow(11).getCell(column).getText()).isEqualTo(String.valueOf(sum));
      }
      assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
          .anyMatch(
              text ->
                  text.startsWith(
                      "本周共通报空岗%s次、累计%s分钟"
                          .formatted(
                              units.getRow(11).getCell(1).getText(),
                              units.getRow(11).getCell(2).getText())));
    }
  }

  @Test
  void saysOfAQuietWeekThatItWasOneAndThatItIsADraft() throws IOException {
    try (XWPFDocument word = open(WordPaper.write(CircularText.of(Samples.quietWeek())))) {
      String text =
          word.getParagraphs().stream()
              .map(XWPFParagraph::getText)
              .collect(Collectors.joining("\n"));

      assertThat(text).contains("本周无点名通报事项。", "（草稿，未经签发）");
      assertThat(word.getCharts()).isEmpty();
    }
  }

  @Test
  void asksTheUnitToReplaceWhoOffendedAgain() throws IOException {
    String unit = WEEK.figures().repeated().get(0).unit();

    try (XWPFDocument word = open(WordPaper.write(ReferralText.of(WEEK, unit)))) {
      List<String> text = word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertThat(text).contains(unit + "：", "特此函告。", "二〇二六年三月九日");
      assertThat(String.join("", text)).contains("更换窗口工作人员");
      assertThat(word.getParagraphs().subList(text.indexOf("特此函告。"), text.size()))
          .as("署名 and 版记 stand on no page without text")
          .hasSize(3)
          .allMatch(XWPFParagraph::isKeepNext);
    }
  }

  @Test
  void writesNumbersAsNumbersIntoTheWorkbook() throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(CircularWorkbook.write(WEEK)))) {
      var windows = workbook.findSheet("窗口").orElseThrow().read();
      assertThat(windows).hasSize(62);
      assertThat(windows.get(61).getCellAsNumber(2).orElseThrow().intValue())
          .isEqualTo(WEEK.figures().total().tally().vacancies());
      var offences = workbook.findSheet("明细").orElseThrow().read();
      assertThat(offences).hasSize(27);
    }
  }

  @Test
  void escapesWhatPeopleWroteIntoThePage() {
    Paper paper = new Paper("t", List.of(new Paper.Text("<script>alert(1)</script> & co")));

    assertThat(HtmlPaper.write(paper))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co");
  }

  /** {@code -Dzaigang.papers=DIR} leaves the papers there, to be looked at. */
  @Test
  void leavesPapersToLookAtWhereAsked() throws IOException {
    String folder = System.getProperty("zaigang.papers", "target/papers");
    Path papers = Files.createDirectories(Path.of(folder));
    Files.write(papers.resolve("circular.docx"), WordPaper.write(CircularText.of(WEEK)));
    Files.write(papers.resolve("circular.xlsx"), CircularWorkbook.write(WEEK));
    Files.writeString(papers.resolve("circular.html"), HtmlPaper.write(CircularText.of(WEEK)));
    String unit = WEEK.figures().repeated().get(0).unit();
    Files.write(papers.resolve("letter.docx"), WordPaper.write(ReferralText.of(WEEK, unit)));
    Files.write(
        papers.resolve("quiet.docx"), WordPaper.write(CircularText.of(Samples.quietWeek())));

    assertThat(papers.resolve("circular.docx")).isNotEmptyFile();
  }

  private static List<String> cells(XWPFDocument word) {
    return word.getTables().stream()
        .flatMap(table -> table.getRows().stream())
        .flatMap(row -> row.getTableCells().stream())
        .map(cell -> cell.getText())
        .toList();
  }

  private static XWPFDocument open(byte[] file) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(file));
  }
}
