package io.zaigang.dashboard.circular.paper;

import io.zaigang.domain.circular.CircularCounting;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWeek;
import io.zaigang.domain.circular.CircularWindow;
import io.zaigang.domain.circular.Correction;
import io.zaigang.domain.circular.EarlierOffence;
import io.zaigang.domain.circular.EscalationPolicy;
import io.zaigang.domain.circular.Evidence;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Person;
import io.zaigang.domain.circular.Subject;
import io.zaigang.domain.circular.WindowTime;
import io.zaigang.domain.vacancy.VacancyCause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A week of a hall with 60 windows, made from a seed. */
final class Samples {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final CircularWeek WEEK = CircularWeek.holding(LocalDate.parse("2026-03-02"));
  private static final String[] UNITS = {
    "县自然资源和规划局",
    "县人力资源和社会保障局",
    "县市场监督管理局",
    "县公安局",
    "县住房和城乡建设局",
    "县卫生健康委员会",
    "县医疗保障局",
    "县民政局",
    "县交通运输局",
    "国家税务总局旌德县税务局"
  };
  private static final String[] WORK = {
    "不动产登记", "社会保险", "企业开办", "户籍业务", "施工许可", "卫生许可", "医保报销", "婚姻登记", "道路运输", "涉税业务"
  };

  private Samples() {}

  static PaperFacts week() {
    Random random = new Random(2026);
    CircularInputs inputs = inputs(random);
    return new PaperFacts(
        inputs,
        CircularCounting.count(inputs),
        inputs.corrections(),
        "旌德县政务服务中心",
        "政务通报〔2026〕10号",
        LocalDate.parse("2026-03-09"),
        1,
        PaperFacts.Status.SIGNED,
        "各窗口要严格执行AB岗制度，A岗离开时B岗必须在岗。\n各主管单位要加强对派驻人员的日常管理，于3月13日前反馈整改情况。",
        List.of("局机关各股室", "各窗口", "各窗口主管单位"),
        List.of("县纪委监委", "县效能办", "县优化营商环境办"),
        "《旌德县政务服务中心日常管理制度》《旌德县政务服务中心工作人员行为规范》（旌数据〔2021〕6号）");
  }

  /** A week in which nothing happened and nothing was seen. */
  static PaperFacts quietWeek() {
    PaperFacts week = week();
    CircularInputs none =
        new CircularInputs(
            WEEK,
            ZONE,
            EscalationPolicy.DEFAULT,
            week.inputs().windows(),
            List.of(),
            List.of(),
            List.of());
    return new PaperFacts(
        none,
        CircularCounting.count(none),
        List.of(),
        week.issuer(),
        week.number(),
        week.issueDate(),
        1,
        PaperFacts.Status.DRAFT,
        "",
        week.sendTo(),
        week.copyTo(),
        week.basis());
  }

  private static CircularInputs inputs(Random random) {
    List<CircularWindow> windows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      int unit = (i - 1) / 6;
      long blind = random.nextInt(4) == 0 ? random.nextInt(9000) : 0;
      long empty = random.nextInt(3600);
      long unreported = random.nextInt(10) == 0 ? 7200 : 0;
      windows.add(
          new CircularWindow(
              "w%02d".formatted(i),
              i + "号窗口 " + WORK[unit],
              UNITS[unit],
              new WindowTime(126_000, 126_000 - blind - empty - unreported, empty, blind)));
    }
    List<Offence> offences = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      offences.add(offence(random, windows.get(random.nextInt(60)), i));
    }
    List<EarlierOffence> earlier = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String window = offences.get(i).windowId();
      if (window != null && i % 2 == 0) {
        earlier.add(
            new EarlierOffence(
                "e" + i,
                OffenceKind.VACANCY,
                WEEK.start(ZONE).minusSeconds(86_400L * (i + 3)),
                List.of(Subject.window(window))));
      }
    }
    List<Correction> corrections =
        List.of(
            new Correction(
                CircularWeek.holding(LocalDate.parse("2026-02-09")),
                2,
                Correction.Change.WITHDRAWN,
                "c1",
                OffenceKind.VACANCY,
                "7号窗口 社会保险",
                null,
                Instant.parse("2026-02-11T01:20:00Z"),
                1,
                0),
            new Correction(
                CircularWeek.holding(LocalDate.parse("2026-02-09")),
                2,
                Correction.Change.RECOUNTED,
                "c2",
                OffenceKind.PHONE_USE,
                "7号窗口 社会保险",
                "李某某",
                Instant.parse("2026-02-12T07:20:00Z"),
                2,
                1));
    return new CircularInputs(
        WEEK, ZONE, EscalationPolicy.DEFAULT, windows, offences, earlier, corrections);
  }

  private static Offence offence(Random random, CircularWindow window, int number) {
    OffenceKind kind = OffenceKind.values()[random.nextInt(10) < 5 ? 0 : random.nextInt(5)];
    Instant from =
        WEEK.start(ZONE)
            .plusSeconds(86_400L * random.nextInt(5) + 3600L * 9 + random.nextInt(3 * 3600));
    boolean punch = kind == OffenceKind.MISSED_PUNCH;
    long seconds = punch ? 0 : 200 + random.nextInt(2400);
    return new Offence(
        punch
            ? "punch/p%03d/%s".formatted(number, from)
            : "%08x%024x".formatted(random.nextInt(), number),
        kind,
        window.id(),
        window.unit(),
        punch ? List.of(new Person("p%03d".formatted(number), "张某" + number)) : List.of(),
        from,
        from.plusSeconds(seconds),
        from,
        0,
        kind == OffenceKind.VACANCY ? VacancyCause.values()[random.nextInt(4)] : null,
        Evidence.without(
            punch ? List.of() : List.of("cam-01"),
            switch (kind) {
              case MISSED_PUNCH -> "上班未打卡；逾期未申请，按未按要求打卡处理";
              case CHECK_FINDING -> "着装：未按规定穿着工作服";
              default -> "";
            }));
  }
}
