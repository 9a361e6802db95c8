package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.evidence.EvidenceMaking;
import io.zaigang.dashboard.footage.HallFootage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Judging incidents in a real browser, by keyboard, over real footage. */
@DashboardTest
class ReviewBrowserIT {

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  @Test
  void theDeskLooksConfirmsAndDismissesByKeyboardAlone(Desks desks) throws Exception {
    Instant start = Instant.now().minusSeconds(7200);
    HallFootage footage = HallFootage.compose(folder);
    footage.record(desks, "cam-01", start);
    footage.record(desks, "cam-01", start.plusSeconds(3600));
    DeskIncidents incidents = new DeskIncidents(desks);
    String older = incidents.vacancy(start.plusSeconds(15), start.plusSeconds(35));
    String newer = incidents.vacancy(start.plusSeconds(3615), start.plusSeconds(3635));
    Page page = signedIn(desks, "wang", Role.DESK);
    assertThat(row(page, newer)).containsText("待处理");

    page.keyboard().press("c"); // looks first
    assertThat(page.locator("video")).isVisible();
    assertThat(row(page, newer)).containsText("待处理");
    page.keyboard().press("c");
    assertThat(row(page, newer)).containsText("已确认");

    page.keyboard().press("n");
    assertThat(page.locator("[data-incident][aria-current=true]"))
        .hasAttribute("data-incident", older);
    page.keyboard().press("d");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByText("误报类型").or(dialog.getByText("有人未识别"))).isVisible();
    page.keyboard().press("2"); // 已顶岗
    page.keyboard().press("Enter");
    assertThat(row(page, older)).containsText("已排除");
    assertThat(page.getByLabel("处理经过")).containsText("Name of wang 排除"); // 姓名
    assertThat(standing(desks, newer)).isEqualTo("CONFIRMED");
    assertThat(standing(desks, older)).isEqualTo("DISMISSED");
  }

  @Test
  void anAppealIsEnteredAtTheDeskAndDecidedByTheSupervisor(Desks desks) {
    String id = vacancyWithoutFootage(desks);
    desks
        .signedInAs("li", Role.DESK)
        .post("/api/incidents/" + id + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    Page desk = signedIn(desks, "wang", Role.DESK);
    desk.navigate("/?incident=" + id);
    desk.getByRole(AriaRole.BUTTON, named("申诉")).click();
    desk.getByLabel("申诉人").fill("赵六");
    desk.getByLabel("申诉理由").fill("B岗在复印室旁的副柜");
    desk.getByRole(AriaRole.DIALOG).getByText("申诉", exact()).last().click();
    assertThat(row(desk, id)).containsText("申诉中");

    Page supervisor = signedIn(desks, "sun", Role.SUPERVISOR);
    supervisor.navigate("/?incident=" + id);
    supervisor.getByText("裁定申诉", new Page.GetByTextOptions().setExact(true)).click();
    supervisor.getByText("撤销，不计入通报").click();
    supervisor.getByLabel("裁定理由").fill("录像可见B岗在岗");
    supervisor.getByRole(AriaRole.DIALOG).getByText("裁定申诉", exact()).last().click();

    assertThat(row(supervisor, id)).containsText("申诉撤销");
    assertThat(row(desk, id)).containsText("申诉撤销"); // told, not reloaded
    browser.forgive("status of 404");
  }

  @Test
  void evidenceIsShownAsSoonAsItIsMadeWithoutAskingAgainAndAgain(Desks desks) {
    String id = vacancyWithoutFootage(desks);
    Page page = signedIn(desks, "wang", Role.DESK);
    page.navigate("/?incident=" + id);
    Locator evidence = page.getByLabel("证据", new Page.GetByLabelOptions().setExact(true));
    assertThat(evidence).containsText("待生成");
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));

    EvidenceMaking.now(desks);

    assertThat(evidence).not().containsText("待生成");
    assertThat(asked.stream().filter(url -> url.endsWith("/evidence"))).hasSizeLessThan(4);
    browser.forgive("status of 404");
  }

  @Test
  void falseAlarmsOfOneKindAreDismissedTogetherEachInTheRegister(Desks desks) {
    Instant start = Instant.parse("2026-03-02T01:00:00Z");
    DeskIncidents incidents = new DeskIncidents(desks);
    List<String> ids =
        List.of(
            incidents.vacancy(start, start.plusSeconds(600)),
            incidents.vacancy(start.plusSeconds(1200), start.plusSeconds(1800)),
            incidents.vacancy(start.plusSeconds(2400), start.plusSeconds(3000)));
    Page page = signedIn(desks, "wang", Role.DESK);

    page.getByText("多选", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("input.mark").nth(0).check();
    page.locator("input.mark").nth(1).check();
    assertThat(page.getByText("已选 2 起")).isVisible();
    Screens.keep(page, "desk-marking");
    page.getByText("一并排除…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByText("区域划错").click();
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("排除").setExact(true))
        .click();

    assertThat(row(page, ids.get(2))).containsText("已排除");
    assertThat(row(page, ids.get(1))).containsText("已排除");
    assertThat(row(page, ids.get(0))).containsText("待处理");
    assertThat(page.locator("input.mark")).hasCount(0);
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForList(
                    "select subject from audit_event where action = 'INCIDENT_DISMISSED'",
                    String.class))
        .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
  }

  @Test
  void ofTwoDesksTheSecondSeesWhatTheFirstDid(Desks desks) {
    String id = vacancyWithoutFootage(desks);
    Page page = signedIn(desks, "wang", Role.DESK);
    page.navigate("/?incident=" + id);
    assertThat(page.getByText("确认属实").first()).isVisible();
    Caller other = desks.signedInAs("li", Role.DESK);

    page.route(
        "**/confirmation",
        route -> { // the other desk is faster by a moment
          other.post("/api/incidents/" + id + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
          route.resume();
        });
    page.keyboard().press("c");

    assertThat(page.getByText("已有人先处理了这条事件")).isVisible();
    assertThat(row(page, id)).containsText("已确认");
    browser.forgive("status of 409");
    browser.forgive("status of 404");
  }

  @Test
  void nobodyIsOfferedToJudgeTheirOwnWindow(Desks desks) {
    String id = vacancyWithoutFootage(desks);
    desks.addAccount("zhao", Role.DESK);
    desks.bean(JdbcTemplate.class).update("update account set own_window_ids = '{w03}'");
    Page page = browser.open(desks, 390, 844);
    DeskBrowser.signIn(page, "zhao");
    assertThat(row(page, id)).isVisible();
    row(page, id).click();

    assertThat(page.getByText("本人所在窗口的事件由他人处理")).isVisible();
    assertThat(page.getByText("确认属实")).hasCount(0);
    assertThat(page.getByText("这段时间没有录像")).isVisible();
    browser.forgive("status of 404");
  }

  private static String vacancyWithoutFootage(Desks desks) {
    Instant start = Instant.parse("2026-03-02T01:00:00Z");
    return new DeskIncidents(desks).vacancy(start, start.plusSeconds(600));
  }

  private static Page signedIn(Desks desks, String username, Role role) {
    desks.addAccount(username, role);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, username);
    assertThat(page.locator("[data-incident]").first()).isVisible();
    return page;
  }

  private static Locator row(Page page, String id) {
    return page.locator("[data-incident=" + id + "]");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static String standing(Desks desks, String id) {
    return desks
        .bean(JdbcTemplate.class)
        .queryForObject("select standing from incident where id = ?", String.class, id);
  }
}
