package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.duty.HallPeople;
import io.zaigang.dashboard.makeup.MissedMorning;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** 停开, 外出请假, 代为补卡, 钉钉 in a real browser. */
@DashboardTest
class DutyBrowserIT {

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  private static Accessibility accessibility;

  @BeforeAll
  static void loadAxe() throws IOException {
    accessibility = Accessibility.load();
  }

  private static Page signedIn(Desks desks, String username, Role role, String address) {
    desks.addAccount(username, role);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, username);
    page.waitForURL(url -> !url.contains("sign-in"));
    page.navigate(address);
    return page;
  }

  private static void fill(Locator dialog, String day, String reason) {
    dialog.getByLabel("开始").fill(day + "T09:00");
    dialog.getByLabel("结束").fill(day + "T10:30");
    dialog.getByLabel("事由").fill(reason);
  }

  /** In the month that pages show first. */
  private static String today() {
    return Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
  }

  @Test
  void anAdministratorClosesAWindowAndTakesItBack(Desks desks) {
    Page page = signedIn(desks, "lin", Role.ADMIN, "/duty?tab=closures");

    page.getByText("登记停开…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("窗口").selectOption("w04");
    fill(dialog, today(), "系统升级");
    accessibility.assertNothingSerious(page, "closing a window");
    Screens.keep(page, "closure-dialog");
    dialog.getByText("保存").click();

    Locator row = page.locator("tbody tr");
    assertThat(row).containsText("系统升级");
    assertThat(row).containsText("09:00");
    Screens.keep(page, "closures");
    row.getByText("撤回").click();
    row.getByText("确认撤回").click();
    assertThat(page.getByText("这个月没有停开的窗口")).isVisible();
  }

  @Test
  void someoneAsksForLeaveOnTheirOwnPageAndSeesWhoAgreed(Desks desks) {
    HallPeople.arrive(desks.signedIn(Role.ADMIN));
    Page page = signedIn(desks, "zhang", Role.STAFF, "/my");
    page.setViewportSize(390, 844);

    page.getByText("申请外出请假…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    fill(dialog, today(), "就医");
    accessibility.assertNothingSerious(page, "asking for leave");
    Screens.keep(page, "my-absence-dialog");
    dialog.getByText("提交申请").click();

    Locator absence = page.locator(".absence");
    assertThat(absence).containsText("待审批");
    Caller approver = desks.signedIn(Role.APPROVER);
    String id =
        desks.bean(JdbcTemplate.class).queryForObject("select id from absence", String.class);
    approver.post(
        "/api/duty/absences/" + id + "/decision", "{\"verdict\":\"APPROVED\",\"remark\":\"同意\"}");
    page.reload();
    assertThat(absence).containsText("Name of approver 同意");
    accessibility.assertNothingSerious(page, "one's own page");
    Screens.keep(page, "my-absences");
  }

  @Test
  void anApproverEntersAMakeUpForSomebodyElse(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    LocalDate yesterday = LocalDate.parse(today()).minusDays(1);
    MissedMorning missed = MissedMorning.on(desks, admin, yesterday);
    Page page = signedIn(desks, "kong", Role.APPROVER, "/attendance");

    page.getByText("月度考勤").click();
    page.getByLabel("月份").fill(missed.day().toString().substring(0, 7));
    Locator person = page.locator("tbody", new Page.LocatorOptions().setHasText("张三"));
    person.getByText("明细").click();
    person.getByText("代为申请").first().click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("代张三申请补卡");
    dialog.getByLabel("事由").fill("外出公干，不能上网");
    dialog.getByText("提交申请").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("待审批");
    Screens.keep(page, "make-up-entered");
    page.getByText("待审批补卡").click();
    assertThat(page.locator("[data-makeup]")).containsText("外出公干");
  }

  @Test
  void anAdministratorSeesWhatDingtalkStillOwes(Desks desks) {
    HallPeople.arrive(desks.signedIn(Role.ADMIN));
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    jdbc.update(
        "insert into dingtalk_queue (instance_id, process, attempts, next_at, problem) values"
            + " ('f7a1-03', 'LEAVE', 3, now(), 'nobody on the staff list has this DingTalk user"
            + " id'), ('f7a1-04', 'MAKE_UP', 0, now(), null)");
    jdbc.update(
        "insert into dingtalk_run (polled_until, ran_at, report) values (now(), now(), ?)",
        """
        {"linked":["1003"],"punches":12,"approvals":3,"waiting":2,"problems":["DingTalk answered HTTP 500"],\
        "leaveWithoutForm":[{"staffId":"1002","from":"2026-03-04T00:30:00Z",\
        "to":"2026-03-04T04:00:00Z"}]}\
        """);
    Page page = signedIn(desks, "lin", Role.ADMIN, "/duty?tab=dingtalk");

    Locator panel = page.getByRole(AriaRole.MAIN);
    assertThat(panel).containsText("打卡 12 条，审批变动 3 份");
    assertThat(panel).containsText("nobody on the staff list has this DingTalk user id");
    assertThat(panel).containsText("DingTalk answered HTTP 500");
    assertThat(panel).containsText("李四 2026-03-04 08:30 – 2026-03-04 12:00");
    assertThat(panel).containsText("3 人没有关联钉钉");
    assertThat(page.getByText("立即同步")).isVisible();
    accessibility.assertNothingSerious(page, "DingTalk");
    Screens.keep(page, "dingtalk");
  }
}
