package io.zaigang.dashboard.circular.paper;

import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.CircularFigures.FiguresRow;
import io.zaigang.domain.circular.CircularFigures.Ordinal;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Tally;
import io.zaigang.domain.circular.WindowTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A circular as an Excel workbook: by unit, by window, every offence. Numbers are numbers. */
public final class CircularWorkbook {

  private static final String PERCENT = "0.00%";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";
  private static final double BASIS_POINTS = 10_000;
  private static final double SECONDS_OF_A_MINUTE = 60;
  private static final int WIDTH = 13;
  private static final int WIDE = 26;

  private static final List<String> FIGURES =
      List.of(
          "空岗次数",
          "空岗分钟",
          "看手机",
          "聚集说话",
          "未按要求打卡",
          "抽查问题",
          "在岗率",
          "可判断率",
          "工作时间（分钟）",
          "看不清（分钟）",
          "无数据（分钟）",
          "空岗原因");

  private final PaperFacts facts;

  private CircularWorkbook(PaperFacts facts) {
    this.facts = facts;
  }

  /** The file's bytes; the same for the same circular. */
  public static byte[] write(PaperFacts facts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Zaigang", "1.0")) {
      CircularWorkbook circular = new CircularWorkbook(facts);
      circular.rows(workbook.newWorksheet("主管单位"), facts.figures().units());
      circular.rows(workbook.newWorksheet("窗口"), facts.figures().windows());
      circular.offences(workbook.newWorksheet("明细"));
    } catch (IOException e) {
      throw new IllegalStateException("A workbook cannot be written in memory", e);
    }
    try {
      return SteadyZip.repack(out.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("A workbook cannot be packed in memory", e);
    }
  }

  private void rows(Worksheet sheet, List<FiguresRow> rows) {
    head(sheet, List.of("名称", "主管单位"), FIGURES);
    sheet.width(FIGURES.size() + 1, WIDE);
    int at = 1;
    for (FiguresRow row : rows) {
      row(sheet, at++, row);
    }
    row(sheet, at, facts.figures().total());
    sheet.range(at, 0, at, FIGURES.size() + 1).style().bold().set();
  }

  private static void row(Worksheet sheet, int at, FiguresRow row) {
    Tally tally = row.tally();
    WindowTime time = row.time();
    sheet.value(at, 0, row.name());
    sheet.value(at, 1, row.unit());
    number(sheet, at, 2, tally.vacancies());
    number(sheet, at, 3, tally.vacancyMinutes());
    number(sheet, at, 4, tally.phoneUses());
    number(sheet, at, 5, tally.gatherings());
    number(sheet, at, 6, tally.missedPunches());
    number(sheet, at, 7, tally.checkFindings());
    percent(sheet, at, 8, time.onPostBasisPoints());
    percent(sheet, at, 9, time.coverageBasisPoints());
    number(sheet, at, 10, time.working() / SECONDS_OF_A_MINUTE);
    number(sheet, at, 11, time.blind() / SECONDS_OF_A_MINUTE);
    number(sheet, at, 12, time.unreported() / SECONDS_OF_A_MINUTE);
    sheet.value(at, 13, Words.causes(tally));
    for (int column = 10; column <= 12; column++) {
      sheet.style(at, column).format("0").set();
    }
  }

  private void offences(Worksheet sheet) {
    head(
        sheet,
        List.of("事项", "窗口、人员"),
        List.of("主管单位", "开始", "结束", "分钟", "看不清（秒）", "原因、依据", "累计", "编号", "片段 SHA-256"));
    int at = 1;
    for (CountedOffence counted : facts.figures().offences()) {
      Offence offence = counted.offence();
      sheet.value(at, 0, offence.kind().words());
      sheet.value(at, 1, Words.whoAndWhere(offence, facts.inputs()));
      sheet.value(at, 2, offence.unit());
      time(sheet, at, 3, offence.from().atZone(facts.inputs().zone()).toLocalDateTime());
      time(sheet, at, 4, offence.to().atZone(facts.inputs().zone()).toLocalDateTime());
      if (offence.kind() == OffenceKind.VACANCY) {
        number(sheet, at, 5, offence.minutes());
      }
      number(sheet, at, 6, offence.blindMillis() / 1000.0);
      sheet.value(at, 7, Words.remark(offence));
      sheet.value(
          at,
          8,
          counted.ordinals().stream()
              .map(Ordinal::number)
              .distinct()
              .map(String::valueOf)
              .collect(Collectors.joining("、")));
      sheet.value(at, 9, offence.id());
      sheet.value(
          at,
          10,
          offence.evidence().clips().entrySet().stream()
              .map(clip -> clip.getKey() + " " + clip.getValue())
              .collect(Collectors.joining("\n")));
      at++;
    }
  }

  private static void head(Worksheet sheet, List<String> keys, List<String> values) {
    for (int column = 0; column < keys.size() + values.size(); column++) {
      sheet.value(
          0, column, column < keys.size() ? keys.get(column) : values.get(column - keys.size()));
      sheet.width(column, column < keys.size() ? WIDE : WIDTH);
    }
    sheet.range(0, 0, 0, keys.size() + values.size() - 1).style().bold().fillColor("F2F2F2").set();
    sheet.freezePane(1, 1);
  }

  private static void number(Worksheet sheet, int row, int column, Number value) {
    sheet.value(row, column, value);
  }

  private static void percent(Worksheet sheet, int row, int column, @Nullable Integer basisPoints) {
    if (basisPoints != null) {
      sheet.value(row, column, basisPoints / BASIS_POINTS);
      sheet.style(row, column).format(PERCENT).set();
    }
  }

  private static void time(Worksheet sheet, int row, int column, LocalDateTime at) {
    sheet.value(row, column, at.truncatedTo(ChronoUnit.SECONDS));
    sheet.style(row, column).format(TIME).set();
    sheet.width(column, 20);
  }
}
