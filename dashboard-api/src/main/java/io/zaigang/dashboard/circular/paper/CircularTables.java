package io.zaigang.dashboard.circular.paper;

import static io.zaigang.dashboard.circular.paper.Paper.Align.CENTER;
import static io.zaigang.dashboard.circular.paper.Paper.Align.LEFT;

import io.zaigang.dashboard.circular.paper.Paper.Chart;
import io.zaigang.dashboard.circular.paper.Paper.Column;
import io.zaigang.dashboard.circular.paper.Paper.LastRow;
import io.zaigang.dashboard.circular.paper.Paper.Series;
import io.zaigang.dashboard.circular.paper.Paper.Table;
import io.zaigang.domain.circular.ChineseDate;
import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.CircularFigures.FiguresRow;
import io.zaigang.domain.circular.Consequence;
import io.zaigang.domain.circular.Correction;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Subject;
import io.zaigang.domain.circular.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables and the chart of a circular. */
final class CircularTables {

  /** More columns than this cannot be read on a page. */
  private static final int MOST_CATEGORIES = 12;

  private final PaperFacts facts;

  CircularTables(PaperFacts facts) {
    this.facts = facts;
  }

  Table units() {
    List<List<String>> rows = new ArrayList<>();
    for (FiguresRow unit : facts.figures().units()) {
      rows.add(figures(unit, unit.name()));
    }
    rows.add(figures(facts.figures().total(), "合计"));
    return new Table("", figureColumns(new Column("主管单位", 26, LEFT)), rows, LastRow.SUM);
  }

  Table windows() {
    List<Column> columns = new ArrayList<>(figureColumns(new Column("窗口", 20, LEFT)));
    columns.add(1, new Column("主管单位", 22, LEFT));
    List<List<String>> rows = new ArrayList<>();
    for (FiguresRow window : facts.figures().windows()) {
      List<String> cells = new ArrayList<>(figures(window, window.name()));
      cells.add(1, window.unit() == null ? "" : window.unit());
      rows.add(cells);
    }
    List<String> sum = new ArrayList<>(figures(facts.figures().total(), "合计"));
    sum.add(1, "");
    rows.add(sum);
    return new Table("", columns, rows, LastRow.SUM);
  }

  private static List<Column> figureColumns(Column first) {
    return List.of(
        first,
        new Column("空岗次数", 6, CENTER),
        new Column("空岗分钟", 6, CENTER),
        new Column("看手机", 6, CENTER),
        new Column("聚集说话", 6, CENTER),
        new Column("未按要求打卡", 9, CENTER),
        new Column("抽查问题", 6, CENTER),
        new Column("在岗率", 9, CENTER),
        new Column("可判断", 9, CENTER));
  }

  private static List<String> figures(FiguresRow row, String name) {
    Tally tally = row.tally();
    return List.of(
        name,
        String.valueOf(tally.vacancies()),
        String.valueOf(tally.vacancyMinutes()),
        String.valueOf(tally.phoneUses()),
        String.valueOf(tally.gatherings()),
        String.valueOf(tally.missedPunches()),
        String.valueOf(tally.checkFindings()),
        Words.percent(row.time().onPostBasisPoints()),
        Words.percent(row.time().coverageBasisPoints()));
  }

  Table consequences(List<Consequence> consequences) {
    Map<String, Offence> byId = new LinkedHashMap<>();
    facts.inputs().offences().forEach(offence -> byId.put(offence.id(), offence));
    return new Table(
        "",
        List.of(
            new Column("对象", 30, LEFT),
            new Column("主管单位", 24, LEFT),
            new Column("本周事项", 34, LEFT),
            new Column("累计", 12, CENTER)),
        consequences.stream().map(consequence -> row(consequence, byId)).toList(),
        LastRow.ORDINARY);
  }

  private static List<String> row(Consequence consequence, Map<String, Offence> byId) {
    Map<OffenceKind, Long> kinds =
        consequence.offenceIds().stream()
            .map(byId::get)
            .collect(
                Collectors.groupingBy(Offence::kind, LinkedHashMap::new, Collectors.counting()));
    String what =
        kinds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().words() + entry.getValue() + "次")
            .collect(Collectors.joining("、"));
    String who =
        consequence.subject().kind() == Subject.Kind.PERSON
            ? consequence.name() + "（个人）"
            : consequence.name();
    return List.of(who, text(consequence.unit()), what, Words.ordinal(consequence.ordinal()));
  }

  Table offences() {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (CountedOffence counted : facts.figures().offences()) {
      Offence offence = counted.offence();
      rows.add(
          List.of(
              String.valueOf(++number),
              ChineseDate.monthAndDay(offence.from().atZone(facts.inputs().zone()).toLocalDate())
                  + " "
                  + Words.clocks(offence, facts.inputs().zone()),
              Words.whoAndWhere(offence, facts.inputs()),
              offence.kind().words(),
              offence.kind() == OffenceKind.VACANCY ? String.valueOf(offence.minutes()) : "—",
              Words.remark(offence),
              Words.ordinals(counted),
              Words.shortId(offence.id())));
    }
    return new Table(
        "",
        List.of(
            new Column("序号", 5, CENTER),
            new Column("时间", 15, LEFT),
            new Column("窗口、人员", 19, LEFT),
            new Column("事项", 12, LEFT),
            new Column("分钟", 6, CENTER),
            new Column("原因、依据", 19, LEFT),
            new Column("累计", 9, CENTER),
            new Column("编号", 13, LEFT)),
        rows,
        LastRow.ORDINARY);
  }

  Table corrections() {
    return new Table(
        "",
        List.of(
            new Column("原通报", 20, LEFT),
            new Column("时间", 18, LEFT),
            new Column("窗口、人员", 26, LEFT),
            new Column("事项", 16, LEFT),
            new Column("更正", 20, LEFT)),
        facts.corrections().stream().map(this::row).toList(),
        LastRow.ORDINARY);
  }

  private List<String> row(Correction correction) {
    String who =
        correction.personName() == null
            ? text(correction.windowName())
            : text(correction.windowName()) + "（" + correction.personName() + "）";
    String became =
        switch (correction.change()) {
          case WITHDRAWN -> "撤销，不再计次";
          case ADDED -> "补充" + count(correction.ordinalNow());
          case CHANGED -> "内容变更" + count(correction.ordinalNow());
          case RECOUNTED ->
              Words.ordinal(correction.ordinalBefore())
                  + "改为"
                  + Words.ordinal(correction.ordinalNow());
        };
    return List.of(
        ChineseDate.monthAndDay(correction.week().monday()) + "起一周",
        Words.dayAndClock(correction.at(), facts.inputs().zone()),
        who,
        correction.kind().words(),
        became);
  }

  private static String count(int ordinal) {
    return ordinal == 0 ? "" : "，为" + Words.ordinal(ordinal);
  }

  Chart chart() {
    List<FiguresRow> units =
        facts.figures().units().stream()
            .filter(unit -> unit.tally().all() > 0)
            .sorted(Comparator.comparingInt((FiguresRow unit) -> -unit.tally().all()))
            .limit(MOST_CATEGORIES)
            .toList();
    return new Chart(
        units.size() == MOST_CATEGORIES ? "图　通报事项最多的十二个主管单位（次）" : "图　各主管单位通报事项（次）",
        units.stream().map(FiguresRow::name).toList(),
        List.of(
            series("空岗", units, Tally::vacancies),
            series("看手机", units, Tally::phoneUses),
            series("聚集说话", units, Tally::gatherings),
            series("未按要求打卡", units, Tally::missedPunches),
            series("抽查问题", units, Tally::checkFindings)));
  }

  private static Series series(String name, List<FiguresRow> units, ToIntFunction<Tally> count) {
    return new Series(name, units.stream().map(unit -> count.applyAsInt(unit.tally())).toList());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
