package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.FirstStart;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.footage.HallFootage;
import io.zaigang.dashboard.site.SitePlanRestorer;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.upkeep.Counting;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.site.SitePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** 设置 in a real browser: what an administrator draws, types and imports is the plan in force. */
@DashboardTest
class SettingsBrowserIT {

  private static final String NOTICE =
      "国务院办公厅关于2027年部分节假日安排的通知：国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）上班。";

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  private SitePlanRestorer restorer;

  @BeforeEach
  void rememberThePlan(Desks desks) {
    restorer = SitePlanRestorer.of(desks);
  }

  @AfterEach
  void putItBack() {
    restorer.restore();
    browser.assertNoComplaints();
  }

  private static Page open(Desks desks, String section) {
    desks.addAccount("li", Role.ADMIN);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "li");
    page.getByText("设置", new Page.GetByTextOptions().setExact(true)).click();
    page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("设置"))
        .getByText(section)
        .click();
    return page;
  }

  private static void save(Page page, String note) {
    page.getByLabel("修改说明").fill(note);
    page.getByText("保存并生效").click();
    assertThat(page.locator(".save-bar")).isHidden();
  }

  private static SitePlan plan(Desks desks) {
    return desks.bean(SitePlans.class).current().plan();
  }

  private static List<Point> zone(Desks desks) {
    return plan(desks).windows().get(0).posts().get(0).zones().get(0).polygon().points();
  }

  @Test
  void zonesAreDrawnByMouseAndMovedByKeyboardOnTheLivePicture(Desks desks) throws Exception {
    HallFootage.compose(folder).record(desks, "cam-01", Instant.now().minusSeconds(60));
    desks.job().post("/internal/detections", person(Instant.now().minusSeconds(30)));
    Page page = open(desks, "区域");
    assertThat(page.getByText("画面 2")).isVisible();
    assertThat(page.locator("rect.person")).hasCount(1);

    page.locator(".side .item").first().click();
    Locator corner = page.locator(".corner").first();
    corner.focus();
    page.keyboard().press("Shift+ArrowRight");
    assertThat(corner).hasAttribute("aria-label", "顶点 1，横 12.0%，纵 30.0%");
    page.keyboard().press("+");
    assertThat(page.locator(".corner")).hasCount(5);
    drag(page, page.locator(".corner").nth(1), 0.2, 0.2);
    Screens.keep(page, "settings-zones");
    save(page, "三号窗口区域调整");

    List<Point> drawn = zone(desks);
    assertThat(drawn).hasSize(5);
    assertThat(drawn.get(0).x()).isEqualTo(0.12);
    assertThat(drawn.get(1).x()).isBetween(0.19, 0.21);
    assertThat(drawn.get(1).y()).isBetween(0.19, 0.21);
  }

  private static void drag(Page page, Locator handle, double x, double y) {
    BoundingBox frame = page.locator(".canvas svg").boundingBox();
    handle.hover();
    page.mouse().down();
    page.mouse().move(frame.x + x * frame.width, frame.y + y * frame.height);
    page.mouse().up();
  }

  private static String person(Instant at) {
    return """
    [{"cameraId":"cam-01","at":"%s","width":640,"height":360,"usable":true,\
    "persons":[{"box":[100,120,80,160],"score":0.9}],"posts":[]}]\
    """
        .formatted(at);
  }

  @Test
  void theYearsHolidayNoticeIsPastedPreviewedAndStored(Desks desks) {
    Page page = open(desks, "工作日历");

    page.getByLabel("导入年度放假通知").fill(NOTICE);
    assertThat(page.locator(".preview")).containsText("2027-10-01 – 2027-10-07");
    assertThat(page.locator(".preview")).containsText("2027-09-26");
    assertThat(page.locator(".save-bar")).isHidden();
    page.getByText("填入日历").click();
    page.getByText("查看差异").click();
    assertThat(page.locator(".save-bar")).containsText("calendar.holidays");
    Screens.keep(page, "settings-calendar");
    save(page, "2027年放假安排");

    assertThat(plan(desks).calendar().holidays())
        .anySatisfy(range -> assertThat(range.first()).isEqualTo(LocalDate.of(2027, 10, 1)));
    assertThat(plan(desks).calendar().extraWorkdays()).contains(LocalDate.of(2027, 9, 26));
  }

  @Test
  void aCamerasPasswordIsTypedOnceAndNeverShown(Desks desks) {
    Page page = open(desks, "摄像机");

    page.getByText("添加摄像机").click();
    page.getByLabel("名称").fill("导服台");
    page.getByLabel("地址（rtsp:// 或 rtsps://，不含用户名和密码）").fill("rtsp://10.1.2.3/live");
    page.getByLabel("用户名", new Page.GetByLabelOptions().setExact(true)).fill("viewer");
    page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill("Geheim 99");
    page.keyboard().press("Tab");
    Screens.keep(page, "settings-cameras");
    save(page, "");

    assertThat(page.getByText("用户名和密码已加密保存")).isVisible();
    page.reload();
    page.locator(".list .item").last().click();
    assertThat(page.getByText("用户名和密码已加密保存")).isVisible();
    assertThat(page.content()).doesNotContain("Geheim");
    assertThat(plan(desks).cameras().get(2).url()).contains("{VAULT_").doesNotContain("Geheim");
  }

  @Test
  void mistakesAreNamedAndNothingIsSaved(Desks desks) {
    Page page = open(desks, "窗口与岗位");
    Screens.keep(page, "settings-windows");

    page.getByLabel("至少在岗人数").fill("9");
    page.getByText("保存并生效").click();

    assertThat(page.locator(".problems")).containsText("windows[0].minOnPost");
    browser.forgive("status of 400");
    assertThat(plan(desks).windows().get(0).minOnPost()).isEqualTo(1);
    page.getByText("放弃修改").click();
    assertThat(page.locator(".save-bar")).isHidden();
  }

  @Test
  void rulesAreChangedAndAnEarlierVersionIsPutInForceAgain(Desks desks) {
    Page page = open(desks, "规则");
    page.getByLabel("空岗容许时间（秒）").fill("180");
    page.keyboard().press("Tab");
    Screens.keep(page, "settings-rules");
    save(page, "试行三分钟");
    assertThat(plan(desks).rules().vacancy().grace()).hasMinutes(3);

    page.getByText("版本", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page.locator(".table-frame tbody tr").first()).containsText("试行三分钟");
    page.locator(".table-frame tbody tr").first().getByText("查看修改").click();
    assertThat(page.getByText("rules.vacancy.grace")).isVisible();
    Screens.keep(page, "settings-versions");
    page.locator(".table-frame tbody tr").nth(1).getByText("恢复此版本").click();
    assertThat(page.locator(".table-frame tbody tr").first()).containsText("恢复第");
    assertThat(plan(desks).rules().vacancy().grace()).hasMinutes(5);
  }

  @Test
  void daysFootageIsKeptAreSetBesideWhatTheDiskDoes(Desks desks) throws Exception {
    HallFootage.compose(folder).record(desks, "cam-01", Instant.now().minusSeconds(120));
    Path report = Installation.DATA.resolve("recorder/disk.json");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        """
        {"at":"%s","state":"LOW","trouble":null,"usableBytes":1900000000000,\
        "totalBytes":4000000000000,"daysLeft":12.5,"keepDays":60,"floorBytes":5000000000,\
        "warnBytes":25000000000}\
        """
            .formatted(Instant.now()));
    Counting.now(desks);
    Page page = open(desks, "存储");
    assertThat(page.locator(".tiles")).containsText("12.5 天后");
    assertThat(page.locator("tbody tr")).hasCount(2);

    page.getByLabel("录像保留天数").fill("45");
    page.keyboard().press("Tab");
    assertThat(page.getByText("45 天以前的录像会在十分钟内删除")).isVisible();
    Screens.keep(page, "settings-storage");
    save(page, "磁盘扩容前暂保留45天");
    Files.delete(report);

    assertThat(plan(desks).operation().keepDays()).isEqualTo(45);
  }

  @Test
  void theFirstAdministratorIsMadeOnThePageWithThePrintedToken(Desks desks) throws Exception {
    String token = FirstStart.token(desks);
    Page page = browser.open(desks, 1440, 900);
    page.navigate("/");
    assertThat(page.getByText("建立第一个管理员")).isVisible();
    Screens.keep(page, "setup");

    page.getByLabel("一次性令牌").fill(token);
    page.getByLabel("用户名").fill("wang");
    page.getByLabel("姓名").fill("王芳");
    page.getByLabel("密码（至少 10 位）", new Page.GetByLabelOptions().setExact(true))
        .fill("a good long one 7");
    page.getByText("建立并登录").click();
    assertThat(page.getByText("摄像机").first()).isVisible();

    page.navigate("/accounts");
    page.getByText("轮换令牌").click();
    page.getByRole(AriaRole.DIALOG).getByText("轮换令牌").last().click();
    assertThat(page.getByText("旧令牌到 2")).isVisible();
    Screens.keep(page, "accounts");
  }
}
