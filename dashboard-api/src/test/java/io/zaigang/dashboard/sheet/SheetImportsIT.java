package io.zaigang.dashboard.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.duty.HallPeople;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DashboardTest
class SheetImportsIT {

  private static final int ROWS = 100_000;

  @Test
  void storesNothingWhileOneRowIsWrong(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    byte[] file =
        Sheets.csv(
            "工号,姓名,主管单位,到岗日期",
            "1001,张三,县自然资源和规划局,2025-01-01",
            "1002,李四,县自然资源和规划局,不知道",
            "1001,王五,县自然资源和规划局,2025-01-01");

    JsonNode preview = Sheets.preview(admin, "staff", file);
    HttpResponse<String> stored =
        Sheets.post(admin, "/api/imports/staff?sha256=" + preview.path("sha256").asString(), file);

    assertThat(stored.statusCode()).isEqualTo(422);
    assertThat(preview.path("problemCount").asInt()).isEqualTo(2);
    assertThat(preview.path("problems").get(0).path("row").asInt()).isEqualTo(3);
    assertThat(preview.path("problems").get(1).path("code").asString()).isEqualTo("REPEATED_ROW");
    assertThat(count(desks, "staff")).isZero();
  }

  @Test
  void aPreviewPromisesWhatStoringDoesAndTwiceChangesNothing(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    byte[] file =
        Sheets.csv(
            "工号,姓名,主管单位,登录名,到岗日期,离岗日期",
            "1001,张三,县自然资源和规划局,zhang,2025-01-01,",
            "1002,李四,县自然资源和规划局,,2025-01-01,2026-06-30",
            "1004,赵六,县自然资源和规划局,,2026-01-01,");

    JsonNode preview = Sheets.preview(admin, "staff", file).path("counts");
    JsonNode first = Sheets.store(admin, "staff", file).path("counts");
    JsonNode second = Sheets.store(admin, "staff", file).path("counts");

    assertThat(preview.toString()).isEqualTo("{\"added\":1,\"changed\":1,\"unchanged\":1}");
    assertThat(first).isEqualTo(preview);
    assertThat(second.toString()).isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":3}");
  }

  @Test
  void storesOnlyTheFileThatWasPreviewed(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    byte[] file = Sheets.csv("工号,姓名,主管单位,到岗日期", "1001,张三,局,2025-01-01");
    String other = "0".repeat(64);

    assertThat(Sheets.post(admin, "/api/imports/staff?sha256=" + other, file).statusCode())
        .isEqualTo(409);
    assertThat(count(desks, "staff")).isZero();
  }

  @Test
  void findsWhatDoesNotFitTheHall(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);

    assertThat(
            codes(
                Sheets.preview(
                    admin,
                    "assignments",
                    Sheets.csv(
                        "工号,姓名,窗口,岗位,角色,开始日期,结束日期",
                        "9999,,w03,,A岗,2026-01-01,",
                        "1001,李四,w99,,C岗,2026-01-01,",
                        "1002,,w03,Z岗,B岗,2026-01-01,",
                        "1001,,w03,,A岗,2026-01-01,"))))
        .containsExactly(
            "2 工号 UNKNOWN_STAFF",
            "3 姓名 OTHER_NAME",
            "3 窗口 UNKNOWN_WINDOW",
            "3 角色 NOT_ONE_OF",
            "4 岗位 UNKNOWN_POST",
            "5 开始日期 OVERLAPS");
    assertThat(
            codes(
                Sheets.preview(
                    admin,
                    "absences",
                    Sheets.csv(
                        "工号,类型,开始时间,结束时间,申请时间,审批结果",
                        "1001,临时外出,2026-03-02 09:00,2026-03-02 11:00,2026-03-02 08:00,同意",
                        "1001,请假,2026-03-02 09:00,2026-03-02 08:00,2026-03-02 08:00,同意"))))
        .containsExactly("2 结束时间 OUTING_TOO_LONG", "3 结束时间 ENDS_BEFORE_BEGIN");
  }

  @Test
  void readsAHundredThousandRowsAndRefusesMore(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    byte[] full = punches(ROWS);

    JsonNode stored = Sheets.store(admin, "punches", full);
    JsonNode again = Sheets.preview(admin, "punches", full);
    JsonNode tooMany = Sheets.preview(admin, "punches", punches(ROWS + 1));

    assertThat(stored.path("counts").path("added").asInt()).isEqualTo(ROWS);
    assertThat(again.path("counts").path("unchanged").asInt()).isEqualTo(ROWS);
    assertThat(codes(tooMany)).containsExactly("0 null TOO_MANY_ROWS");
    assertThat(count(desks, "punch")).isEqualTo(ROWS);
  }

  @Test
  void handsOutTemplatesThatItReadsItself(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    for (String kind :
        List.of("staff", "assignments", "guide-duty", "absences", "closures", "punches")) {
      for (String format : List.of("xlsx", "csv")) {
        HttpResponse<byte[]> template =
            admin.send(
                admin.request("/api/imports/" + kind + "/template?format=" + format),
                HttpResponse.BodyHandlers.ofByteArray());

        JsonNode report = Sheets.preview(admin, kind, template.body());

        assertThat(report.path("problemCount").asInt()).as(kind + report).isZero();
        assertThat(report.path("rows").asInt()).isZero();
      }
    }
  }

  private static byte[] punches(int rows) {
    StringBuilder file = new StringBuilder("工号,打卡时间\r\n");
    LocalDateTime at = LocalDateTime.of(2025, 1, 1, 0, 0);
    for (int i = 0; i < rows; i++) {
      file.append(1001 + i % 3).append(',').append(at.plusMinutes(i).toString().replace('T', ' '));
      file.append("\r\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> codes(JsonNode report) {
    return report.path("problems").values().stream()
        .map(
            problem ->
                problem.path("row").asInt()
                    + " "
                    + problem.path("column").asString("null")
                    + " "
                    + problem.path("code").asString())
        .toList();
  }

  private static int count(Desks desks, String table) {
    return desks
        .bean(JdbcTemplate.class)
        .queryForObject("select count(*) from " + table, Integer.class);
  }
}
