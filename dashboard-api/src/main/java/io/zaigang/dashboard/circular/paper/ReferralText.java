package io.zaigang.dashboard.circular.paper;

import static java.util.stream.Collectors.toMap;

import io.zaigang.dashboard.circular.paper.Paper.Addressee;
import io.zaigang.dashboard.circular.paper.Paper.Align;
import io.zaigang.dashboard.circular.paper.Paper.Block;
import io.zaigang.dashboard.circular.paper.Paper.Column;
import io.zaigang.dashboard.circular.paper.Paper.Imprint;
import io.zaigang.dashboard.circular.paper.Paper.LastRow;
import io.zaigang.dashboard.circular.paper.Paper.Masthead;
import io.zaigang.dashboard.circular.paper.Paper.Signature;
import io.zaigang.dashboard.circular.paper.Paper.Table;
import io.zaigang.dashboard.circular.paper.Paper.Text;
import io.zaigang.dashboard.circular.paper.Paper.Title;
import io.zaigang.domain.circular.ChineseDate;
import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.Consequence;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 移交: the formal letter to the 主管单位 of those whose second offence this is, asking to replace the
 * person. A draft: the number is given by hand when it is sent.
 */
public final class ReferralText {

  private ReferralText() {}

  /**
   * The letter to one unit.
   *
   * @param unit one of {@link Consequence#unit} of the repeated
   */
  public static Paper of(PaperFacts facts, String unit) {
    List<Consequence> about =
        facts.figures().repeated().stream().filter(c -> unit.equals(c.unit())).toList();
    if (about.isEmpty()) {
      throw new IllegalArgumentException("Nothing is to be said to " + unit);
    }
    String year = String.valueOf(facts.issueDate().getYear());
    String names = about.stream().map(ReferralText::name).collect(Collectors.joining("、"));
    String title = "关于建议更换窗口工作人员的函";
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Masthead(facts.issuer(), "函〔" + year + "〕　　号"));
    blocks.add(
        new Title(
            facts.status() == PaperFacts.Status.DRAFT
                ? List.of(title, "（草稿，所依据的通报未经签发）")
                : List.of(title)));
    blocks.add(new Addressee(unit + "："));
    blocks.add(
        new Text(
            "贵单位派驻%s的%s，在统计期内已第二次（及以上）违反窗口工作纪律，并在%s中点名通报（%s）。具体情况如下："
                .formatted(facts.issuer().replaceAll("通报$", ""), names, "每周通报", facts.number())));
    blocks.add(table(facts, about));
    blocks.add(
        new Text(
            "根据%s，建议贵单位对相关人员进行教育，并更换窗口工作人员。请在收到本函后将处理结果书面反馈我单位。上述事项均经人工核实，录像和考勤记录可供查阅；如有异议，可以申诉。"
                .formatted(facts.basis())));
    blocks.add(new Text("特此函告。"));
    blocks.add(new Signature(facts.issuer(), ChineseDate.inCharacters(facts.issueDate())));
    blocks.add(
        new Imprint(
            "抄送：" + String.join("，", facts.copyTo()) + "。",
            facts.issuer(),
            ChineseDate.inDigits(facts.issueDate()) + "印发"));
    return new Paper(title, blocks);
  }

  private static String name(Consequence consequence) {
    return consequence.subject().kind() == Subject.Kind.PERSON
        ? consequence.name() + "同志"
        : consequence.name();
  }

  private static Table table(PaperFacts facts, List<Consequence> about) {
    Map<String, CountedOffence> byId =
        facts.figures().offences().stream()
            .collect(toMap(counted -> counted.offence().id(), counted -> counted));
    List<List<String>> rows = new ArrayList<>();
    about.stream()
        .flatMap(consequence -> consequence.offenceIds().stream())
        .distinct()
        .map(byId::get)
        .forEach(counted -> rows.add(row(facts, counted)));
    return new Table(
        "",
        List.of(
            new Column("时间", 26, Align.LEFT),
            new Column("窗口、人员", 30, Align.LEFT),
            new Column("事项", 30, Align.LEFT),
            new Column("累计", 14, Align.CENTER)),
        rows,
        LastRow.ORDINARY);
  }

  private static List<String> row(PaperFacts facts, CountedOffence counted) {
    Offence offence = counted.offence();
    String minutes = offence.kind() == OffenceKind.VACANCY ? offence.minutes() + "分钟" : "";
    return List.of(
        Words.dayAndClock(offence.from(), facts.inputs().zone()),
        Words.whoAndWhere(offence, facts.inputs()),
        offence.kind().words() + minutes,
        Words.ordinals(counted));
  }
}
