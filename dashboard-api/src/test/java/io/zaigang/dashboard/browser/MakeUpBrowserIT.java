package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.duty.HallPeople;
import io.zaigang.dashboard.footage.HallFootage;
import io.zaigang.dashboard.makeup.MissedMorning;
import io.zaigang.dashboard.sheet.Sheets;
import io.zaigang.ingest.footage.ClockLog;
import io.zaigang.ingest.footage.FootageLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 补卡 in a real browser: from the list to the stored sum, by what recorded footage shows. The
 * footage is composed, an empty hall with a running clock: it plays like a camera's, but nobody is
 * on it.
 */
@DashboardTest
class MakeUpBrowserIT {

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  @Test
  void anApproverDecidesByTheFootageInThreeClicks(Desks desks) throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    LocalDate yesterday =
        Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().minusDays(1);
    MissedMorning missed = MissedMorning.on(desks, admin, yesterday);
    HallFootage.compose(folder).record(desks, "cam-01", missed.dueAt().minusSeconds(20));
    ClockLog.of(desks.bean(FootageLog.class), "cam-01")
        .note(missed.dueAt().minusSeconds(3600), 3200);
    desks.job().post("/internal/detections", pictures(missed.dueAt()));
    desks.signedInAs("zhang", Role.STAFF).post("/api/my/makeup", missed.request("手机没电，忘记打卡"));
    desks.addAccount("kong", Role.APPROVER);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "kong");
    page.waitForURL(url -> !url.contains("sign-in"));
    page.navigate("/attendance");

    Locator row = page.locator("[data-makeup]");
    assertThat(row).containsText("张三");
    assertThat(row).containsText("1/6");
    row.click(); // 1

    assertThat(page.locator("figcaption time")).containsText(Pattern.compile(" 08:(29:5|30:)"));
    assertThat(page.getByText("最早有人")).isVisible();
    Locator card = page.getByRole(AriaRole.MAIN);
    assertThat(card.getByText("08:29:00")).isVisible();
    assertThat(card.getByText("08:34:00")).isVisible();
    assertThat(card).containsText("有人 5 分 00 秒，无人 2 分 00 秒");
    assertThat(card).containsText("画面看不清或没有画面 23 分 00 秒");
    assertThat(card).containsText("每 2 秒看一次");
    assertThat(card).containsText("缺录像 29 分 10 秒");
    assertThat(card).containsText("摄像机画面上的时间快 3.2 秒");
    Screens.keep(page, "make-up-card");

    page.getByText("录像可见本人在岗").click(); // 2
    page.getByText("同意", new Page.GetByTextOptions().setExact(true)).click(); // 3

    Locator sum = page.locator("code");
    assertThat(sum).containsText(Pattern.compile("SHA-256 [0-9a-f]{64}"));
    String stored =
        desks
            .bean(JdbcTemplate.class)
            .queryForObject("select clip_sha256 from make_up_footage", String.class);
    assertThat(sum).containsText(stored);
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("已补卡");
    Screens.keep(page, "make-up-decided");
  }

  @Test
  void anAdministratorImportsAListAfterMendingIt(Desks desks) throws Exception {
    desks.addAccount("lin", Role.ADMIN);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "lin");
    page.waitForURL(url -> !url.contains("sign-in"));
    page.navigate("/duty");
    page.getByText("导入…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);

    choose(dialog, "工号,姓名,主管单位,到岗日期", "1001,张三,县医保局,三月一日");
    assertThat(dialog).containsText("发现 1 处问题");
    assertThat(dialog).containsText("三月一日");
    Screens.keep(page, "import-problems");

    choose(dialog, "工号,姓名,主管单位,到岗日期", "1001,张三,县医保局,2026年3月1日");
    assertThat(dialog).containsText("将新增 1");
    dialog.getByText("确认导入").click();
    assertThat(dialog).containsText("已保存 1 行");
    dialog.getByText("关闭", new Locator.GetByTextOptions().setExact(true)).click();
    page.getByText("人员", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("table")).containsText("张三");
    Screens.keep(page, "duty-staff");
  }

  @Test
  void someoneAsksForAMakeUpOnTheirOwnPage(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    LocalDate yesterday =
        Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().minusDays(1);
    MissedMorning missed = MissedMorning.on(desks, admin, yesterday);
    desks.addAccount("zhang", Role.STAFF);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "zhang");
    page.waitForURL(url -> url.endsWith("/my"));

    page.getByLabel("月份").fill(missed.day().toString().substring(0, 7));
    page.getByText("申请补卡").first().click();
    page.getByLabel("事由").fill("忘记打卡");
    page.getByText("提交申请").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("待审批");
    Screens.keep(page, "my-page");
  }

  private static void choose(Locator dialog, String... lines) {
    dialog
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("名单.csv", "text/csv", Sheets.csv(lines)));
  }

  /** Of every second second from 08:26 to 08:34: empty, then dark for a minute, then staffed. */
  private static String pictures(Instant dueAt) {
    StringJoiner frames = new StringJoiner(",", "[", "]");
    for (int second = -240; second < 240; second += 2) {
      boolean dark = second >= -120 && second < -60;
      boolean staffed = second >= -60;
      String posts =
          dark
              ? ""
              : "{\"postId\":\"w03-a\",\"evidence\":{\"ssd\":%s},\"presence\":%s}"
                  .formatted(staffed ? 0.9 : 0.01, staffed ? 0.99 : 0.01);
      frames.add(
          ("{\"cameraId\":\"cam-01\",\"at\":\"%s\",\"width\":640,\"height\":360,\"usable\":%s,"
                  + "\"cause\":\"DARK\",\"persons\":[],\"posts\":[%s]}")
              .formatted(dueAt.plusSeconds(second), !dark, posts));
    }
    return frames.toString();
  }
}
