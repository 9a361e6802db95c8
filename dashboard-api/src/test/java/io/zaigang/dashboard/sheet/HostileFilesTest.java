package io.zaigang.dashboard.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.sheet.SheetColumn.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Files as they come from people, and from people who mean harm. */
class HostileFilesTest {

  private static final SheetColumn NAME = SheetColumn.required("姓名", Form.TEXT, "张三");
  private static final SheetColumn DAY = SheetColumn.required("日期", Form.DATE, "2026-03-02");
  private static final SheetColumn AT = SheetColumn.optional("时间", Form.DATE_TIME, "");

  private record Row(String name, LocalDate day, LocalDateTime at) {}

  private final List<Row> stored = new ArrayList<>();

  @Test
  void readsExcelDatesAndTypedDatesAlike() {
    byte[] file =
        Sheets.excel(
            sheet -> {
              header(sheet);
              sheet.value(1, 0, "张三");
              sheet.value(1, 1, LocalDate.of(2026, 3, 2));
              sheet.style(1, 1).format("yyyy-mm-dd").set();
              sheet.value(1, 2, LocalDateTime.of(2026, 3, 2, 8, 30, 7));
              sheet.style(1, 2).format("yyyy/m/d h:mm:ss").set();
              Sheets.fill(sheet, List.of());
              sheet.value(2, 0, "李四");
              sheet.value(2, 1, "2026年3月2日");
              sheet.value(2, 2, "2026/3/2 8:30:07");
            });

    assertThat(problems(file)).isEmpty();
    assertThat(stored)
        .extracting(Row::day)
        .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
    assertThat(stored).extracting(Row::at).containsOnly(LocalDateTime.of(2026, 3, 2, 8, 30, 7));
  }

  @Test
  void namesEveryColumnThatIsWrongAndReadsNoRow() {
    byte[] file = Sheets.csv("姓名,生日,姓名", "张三,2026-03-02,x");

    assertThat(problems(file))
        .containsExactly("1 生日 UNKNOWN_COLUMN", "1 姓名 REPEATED_COLUMN", "1 日期 MISSING_COLUMN");
    assertThat(stored).isEmpty();
  }

  @Test
  void namesEveryBadCellWithItsRow() {
    byte[] file =
        Sheets.csv(
            "姓名,日期,时间",
            "张三,2026-03-02,",
            ",03/02/2026,2026-03-02",
            "",
            "李四,2026-02-30,2026-03-02 25:00",
            "=1+1,2026-03-02,");

    assertThat(problems(file))
        .containsExactly(
            "3 姓名 MISSING_VALUE",
            "3 日期 NOT_A_DATE",
            "3 时间 NOT_A_TIME",
            "5 日期 NOT_A_DATE",
            "5 时间 NOT_A_TIME",
            "6 姓名 FORMULA");
  }

  @Test
  void refusesFormulasAndNumbersThatShouldBeDates() {
    byte[] file =
        Sheets.excel(
            sheet -> {
              header(sheet);
              sheet.formula(1, 0, "1+1");
              sheet.value(1, 1, 46083);
            });

    assertThat(problems(file)).containsExactly("2 姓名 FORMULA", "2 日期 NUMBER_NOT_A_DATE");
  }

  @Test
  void refusesMergedCellsAndSaysWhichOnes() {
    byte[] file =
        Sheets.excel(
            sheet -> {
              header(sheet);
              sheet.value(1, 0, "张三");
              sheet.value(1, 1, "2026-03-02");
              sheet.range(1, 0, 2, 0).merge();
            });

    ListReading<Row> reading = read(file);

    assertThat(reading.problems().kept().get(0).code()).isEqualTo(ProblemCode.MERGED_CELLS);
    assertThat(reading.problems().kept().get(0).detail()).isEqualTo("A2:A3");
  }

  @Test
  void refusesMacros() {
    byte[] file = with(workbook(), "xl/vbaProject.bin", new byte[] {1, 2, 3});

    assertThat(problems(file)).containsExactly("0 null HAS_MACROS");
  }

  @Test
  void refusesOldAndLockedWorkbooksAndOtherFiles() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0, 1, 2};
    byte[] cutShort = Arrays.copyOf(workbook(), workbook().length / 2);

    assertThat(problems(old)).containsExactly("0 null OLD_OR_LOCKED_EXCEL");
    assertThat(problems(picture)).containsExactly("0 null NOT_A_TABLE");
    assertThat(problems(cutShort)).containsExactly("0 null BROKEN_FILE");
    assertThat(problems(new byte[0])).containsExactly("0 null EMPTY_FILE");
    assertThat(problems(with(new byte[0], "readme.txt", new byte[10])))
        .containsExactly("0 null BROKEN_FILE");
  }

  @Test
  void aZipBombCostsNoMemory() {
    byte[] bomb = with(workbook(), "xl/media/image1.png", 200 << 20);
    byte[] texts = with(workbook(), "xl/sharedStrings.xml", 60 << 20);
    assertThat(bomb.length).isLessThan(1 << 20);

    assertThat(problems(bomb)).containsExactly("0 null TOO_LARGE_UNPACKED");
    assertThat(problems(texts)).containsExactly("0 null TOO_LARGE_UNPACKED");
  }

  @Test
  void anXmlBombIsRefused() {
    String evil =
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
            + "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>";

    assertThat(
            problems(
                with(
                    workbook(), "xl/worksheets/sheet2.xml", evil.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("0 null BROKEN_FILE");
  }

  @Test
  void readsWhatChineseExcelSavesAsCsv() {
    byte[] file = "姓名,日期\r\n张三,2026/3/2\r\n".getBytes(Charset.forName("GB18030"));

    assertThat(problems(file)).isEmpty();
    assertThat(stored).extracting(Row::name).containsExactly("张三");
  }

  @Test
  void countsAllProblemsButKeepsTheFirst() {
    StringBuilder file = new StringBuilder("姓名,日期\r\n");
    for (int i = 0; i < 2000; i++) {
      file.append("张三,昨天\r\n");
    }

    ListReading<Row> reading = read(file.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(reading.problems().count()).isEqualTo(2000);
    assertThat(reading.problems().kept()).hasSize(500);
  }

  private static void header(Worksheet sheet) {
    Sheets.fill(sheet, List.of(List.of("姓名*", "日期*", "时间")));
  }

  private static byte[] workbook() {
    return Sheets.excel(HostileFilesTest::header);
  }

  private List<String> problems(byte[] file) {
    return read(file).problems().kept().stream()
        .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
        .toList();
  }

  private ListReading<Row> read(byte[] file) {
    stored.clear();
    SheetKind kind = new Kind();
    ListReading<Row> reading = new ListReading<>(kind, new RowReading());
    reading.read(file);
    if (reading.problems().none()) {
      reading.store();
    }
    return reading;
  }

  /** The workbook and a part of so many zeros, which are never in memory together. */
  private static byte[] with(byte[] workbook, String name, int zeros) {
    byte[] piece = new byte[1 << 20];
    return with(
        workbook,
        name,
        out -> {
          for (int left = zeros; left > 0; left -= piece.length) {
            out.write(piece, 0, Math.min(left, piece.length));
          }
        });
  }

  /** The workbook and one more part; without a workbook the part alone. */
  private static byte[] with(byte[] workbook, String name, byte[] content) {
    return with(workbook, name, out -> out.write(content));
  }

  private interface Content {
    void writeTo(ZipOutputStream out) throws IOException;
  }

  private static byte[] with(byte[] workbook, String name, Content content) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        if (workbook.length > 0) {
          copy(workbook, name, out);
        }
        out.putNextEntry(new ZipEntry(name));
        content.writeTo(out);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(byte[] workbook, String except, ZipOutputStream out) throws IOException {
    try (ZipFile in = ZipFile.builder().setByteArray(workbook).get()) {
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        if (!part.getName().equals(except)) {
          out.putNextEntry(new ZipEntry(part.getName()));
          in.getInputStream(part).transferTo(out);
        }
      }
    }
  }

  private final class RowReading implements SheetKind.Reading<Row> {
    @Override
    public Row read(RowFields row) {
      return new Row(row.text(NAME), row.date(DAY), row.dateTime(AT));
    }

    @Override
    public ImportCounts store(List<Row> rows) {
      stored.addAll(rows);
      return new ImportCounts(rows.size(), 0, 0);
    }
  }

  private final class Kind implements SheetKind {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public String title() {
      return "测试";
    }

    @Override
    public List<SheetColumn> columns() {
      return List.of(NAME, DAY, AT);
    }

    @Override
    public SheetKind.Reading<Row> begin() {
      return new RowReading();
    }
  }
}
