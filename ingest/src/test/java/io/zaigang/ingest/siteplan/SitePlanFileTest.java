package io.zaigang.ingest.siteplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.site.SitePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePlanFileTest {

  private static final String PLAN =
      """
      hall: { id: jingde, name: 旌德县政务服务中心, timeZone: Asia/Shanghai }
      calendar:
        workdays: [MON, TUE, WED, THU, FRI]
        seasons:
          - { name: 夏令, from: "05-01", to: "09-30", hours: ["08:30-12:00", "13:30-17:00"] }
          - { name: 冬令, from: "10-01", to: "04-30", hours: ["08:30-12:00", "13:00-16:30"] }
        holidays: ["2026-10-01/2026-10-07"]
        extraWorkdays: ["2026-09-20", "2026-10-10"]
      rules:
        vacancy: { grace: PT5M, absentAfter: PT20S, presentAfter: PT4S }
        blindAfter: PT15S
      cameras:
        - { id: cam-01, name: 大厅东侧, url: "rtsp://{USER}:{PASSWORD}@192.0.2.11/101", analysisFps: 0.5 }
      windows:
        - id: w03
          name: "3"
          unit: 县自然资源和规划局
          kind: COUNTER
          minOnPost: 1
          posts:
            - { id: w03-a, name: A岗, zones: [{ camera: cam-01, polygon: [[0.10,0.30],[0.35,0.30],[0.35,0.95],[0.10,0.95]] }] }
      areas:
        - { id: staff-east, name: 东侧柜台内, kind: STAFF_AREA, camera: cam-01, polygon: [[0,0.2],[1,0.2],[1,1],[0,1]] }
      """;

  @TempDir private Path folder;

  @Test
  void readsBackWhatItWrites() throws Exception {
    SitePlan plan = SitePlanFile.parse(PLAN, "plan");

    String yaml = SitePlanFile.toYaml(plan);

    assertThat(SitePlanFile.parse(yaml, "again")).isEqualTo(plan);
    assertThat(yaml).contains("旌德县政务服务中心").contains("workdays: [");
  }

  @Test
  void namesEveryProblemWithItsLine() throws Exception {
    Path file = folder.resolve("site.yaml");
    Files.writeString(
        file,
        PLAN.replace("minOnPost: 1", "minOnPost: -1")
            .replace("camera: cam-01, polygon: [[0.10", "camera: cam-09, polygon: [[0.10")
            .replace("analysisFps: 0.5", "analysisFps: often")
            .replace("kind: STAFF_AREA", "kind: STAFF")
            .replace("blindAfter: PT15S", "blindAftr: PT15S"));

    assertThatThrownBy(() -> SitePlanFile.load(file))
        .isInstanceOfSatisfying(
            SitePlanException.class,
            e -> {
              assertThat(e.problems()).hasSize(5);
              assertThat(e.problems()).anyMatch(p -> p.contains("line 13") && p.contains("often"));
              assertThat(e.getMessage()).contains(file.toString());
            });
  }

  @Test
  void saysWhyAFileIsNoPlan() throws Exception {
    assertThatThrownBy(() -> SitePlanFile.load(folder.resolve("none.yaml")))
        .isInstanceOf(SitePlanException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> SitePlanFile.parse("hall: [", "plan"))
        .isInstanceOf(SitePlanException.class)
        .hasMessageContaining("line");
    assertThatThrownBy(() -> SitePlanFile.parse("", "plan"))
        .isInstanceOf(SitePlanException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> SitePlanFile.parse("hall: &a [*a]", "plan"))
        .isInstanceOf(SitePlanException.class)
        .hasMessageContaining("repeats itself");
  }
}
