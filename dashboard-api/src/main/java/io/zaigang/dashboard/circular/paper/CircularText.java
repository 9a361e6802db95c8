package io.zaigang.dashboard.circular.paper;

import io.zaigang.dashboard.circular.paper.Paper.Addressee;
import io.zaigang.dashboard.circular.paper.Paper.Annex;
import io.zaigang.dashboard.circular.paper.Paper.Block;
import io.zaigang.dashboard.circular.paper.Paper.Heading;
import io.zaigang.dashboard.circular.paper.Paper.Imprint;
import io.zaigang.dashboard.circular.paper.Paper.Masthead;
import io.zaigang.dashboard.circular.paper.Paper.Signature;
import io.zaigang.dashboard.circular.paper.Paper.Subheading;
import io.zaigang.dashboard.circular.paper.Paper.Text;
import io.zaigang.dashboard.circular.paper.Paper.Title;
import io.zaigang.domain.circular.ChineseDate;
import io.zaigang.domain.circular.CircularWeek;
import io.zaigang.domain.circular.Consequence;
import io.zaigang.domain.circular.Consequence.Level;
import io.zaigang.domain.circular.Tally;
import io.zaigang.domain.circular.WindowTime;
import java.util.ArrayList;
import java.util.List;

/** What the weekly circular says, in the form of an official 通报. */
public final class CircularText {

  private final PaperFacts facts;
  private final CircularTables tables;
  private final List<Block> blocks = new ArrayList<>();
  private int headings;

  private CircularText(PaperFacts facts) {
    this.facts = facts;
    this.tables = new CircularTables(facts);
  }

  public static Paper of(PaperFacts facts) {
    return new CircularText(facts).paper();
  }

  private Paper paper() {
    opening();
    overview();
    units();
    named();
    corrections();
    demands();
    blocks.add(new Text("附件：1. 各窗口情况统计表　2. 通报事项明细表"));
    blocks.add(new Signature(facts.issuer(), ChineseDate.inCharacters(facts.issueDate())));
    blocks.add(new Annex("附件1", "各窗口情况统计表"));
    blocks.add(tables.windows());
    blocks.add(new Annex("附件2", "通报事项明细表"));
    blocks.add(tables.offences());
    blocks.add(
        new Imprint(
            "抄送：" + String.join("，", facts.copyTo()) + "。",
            facts.issuer(),
            ChineseDate.inDigits(facts.issueDate()) + "印发"));
    return new Paper(String.join("", title()), blocks);
  }

  private List<String> title() {
    CircularWeek week = facts.inputs().week();
    List<String> lines = new ArrayList<>();
    lines.add(
        "关于"
            + ChineseDate.inDigits(week.monday())
            + "至"
            + (week.monday().getYear() == week.sunday().getYear()
                ? ChineseDate.monthAndDay(week.sunday())
                : ChineseDate.inDigits(week.sunday())));
    lines.add("窗口工作纪律情况的通报");
    if (facts.version() > 1) {
      lines.add("（更正，第" + ChineseDate.upToNinetyNine(facts.version()) + "版）");
    }
    if (facts.status() == PaperFacts.Status.DRAFT) {
      lines.add("（草稿，未经签发）");
    }
    return lines;
  }

  private void opening() {
    blocks.add(new Masthead(facts.issuer() + "通报", facts.number()));
    blocks.add(new Title(title()));
    blocks.add(new Addressee(String.join("、", facts.sendTo()) + "："));
    blocks.add(
        new Text(
            "根据%s，现将本周（%s星期一至%s星期日）窗口在岗和工作纪律情况通报如下。本通报只统计经人工核实确认的事项，每一项均有录像或考勤记录可查。"
                .formatted(
                    facts.basis(),
                    ChineseDate.inDigits(facts.inputs().week().monday()),
                    ChineseDate.monthAndDay(facts.inputs().week().sunday()))));
  }

  private void heading(String text) {
    headings++;
    blocks.add(new Heading(ChineseDate.upToNinetyNine(headings) + "、" + text));
  }

  private void overview() {
    heading("总体情况");
    Tally tally = facts.figures().total().tally();
    WindowTime time = facts.figures().total().time();
    blocks.add(
        new Text(
            "本周共通报空岗%d次、累计%d分钟%s，长时间看手机%d次，柜台内聚集说话%d次，未按要求打卡%d人次，视频抽查发现问题%d项。全厅在岗率为%s。"
                .formatted(
                    tally.vacancies(),
                    tally.vacancyMinutes(),
                    tally.vacancyCauses().isEmpty() ? "" : "（" + Words.causes(tally) + "）",
                    tally.phoneUses(),
                    tally.gatherings(),
                    tally.missedPunches(),
                    tally.checkFindings(),
                    Words.percent(time.onPostBasisPoints()))));
    blocks.add(new Text(coverage(time)));
    if (tally.all() > 0) {
      blocks.add(tables.chart());
    }
  }

  /** What the system could not see is said, never counted. */
  private static String coverage(WindowTime time) {
    if (time.working() == 0) {
      return "本周无工作时间。";
    }
    String seen =
        "各窗口工作时间合计%s，其中系统可判断的占%s"
            .formatted(
                Words.hoursAndMinutes(time.working()), Words.percent(time.coverageBasisPoints()));
    return time.unseen() == 0
        ? seen + "。"
        : seen
            + "；因画面过暗、遮挡、静止等看不清的%s，无录像或无数据的%s，既不计为空岗，也不计为在岗。"
                .formatted(
                    Words.hoursAndMinutes(time.blind()), Words.hoursAndMinutes(time.unreported()));
  }

  private void units() {
    heading("各主管单位情况");
    blocks.add(tables.units());
  }

  private void named() {
    heading("点名通报");
    List<Consequence> all = facts.figures().consequences();
    if (all.isEmpty()) {
      blocks.add(new Text("本周无点名通报事项。"));
      return;
    }
    group("（一）首次", Level.FIRST, "以下窗口、人员为统计期内首次，在周一例会上点名通报，并通报局机关各股室、各窗口和主管单位：");
    group(
        firstIsThere(all) ? "（二）再次" : "（一）再次",
        Level.REPEATED,
        "以下窗口、人员为统计期内第二次及以上，除点名通报外，另行发函主管单位，建议更换工作人员：");
  }

  private static boolean firstIsThere(List<Consequence> all) {
    return all.stream().anyMatch(consequence -> consequence.level() == Level.FIRST);
  }

  private void group(String heading, Level level, String sentence) {
    List<Consequence> group =
        facts.figures().consequences().stream().filter(c -> c.level() == level).toList();
    if (!group.isEmpty()) {
      blocks.add(new Subheading(heading));
      blocks.add(new Text(sentence));
      blocks.add(tables.consequences(group));
    }
  }

  private void corrections() {
    if (facts.corrections().isEmpty()) {
      return;
    }
    heading("更正");
    blocks.add(new Text("以往通报中的下列事项经复核或申诉后有变化，以本通报为准："));
    blocks.add(tables.corrections());
  }

  private void demands() {
    if (facts.demands().isEmpty()) {
      return;
    }
    heading("工作要求");
    facts
        .demands()
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .map(Text::new)
        .forEach(blocks::add);
  }
}
